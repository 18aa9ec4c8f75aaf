import { join } from "node:path";
import { check } from "../check.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** `docwright check`: is what lies on disk what it should be? */
export async function runCheck(
  { specs, generated, json }: { specs: string; generated: string; json?: boolean },
  output: Output,
): Promise<number> {
  const { packages, diagnostics } = await check({ specs, generated });
  if (json === true) {
    output.out(`${JSON.stringify({ packages, diagnostics: diagnosticsJson(diagnostics) })}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  if (status === 0) {
    output.out(
      `${packages.map((name) => join(generated, name)).join(", ")}: up to date, compiles, samples hold\n`,
    );
  }
  return status;
}
