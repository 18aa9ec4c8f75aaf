import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { readBuiltInTemplates } from "../read-built-in-templates.ts";
import { writeFiles } from "../output/write-files.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./output/count.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";
import { tryWrite } from "../api/try-write.ts";

/** `docwright templates eject`: copies the built-in templates into a folder, to be changed there. */
export async function runEject(
  { out, force, json }: { readonly out: string; readonly force?: boolean; readonly json?: boolean },
  output: Output,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const files = readBuiltInTemplates();
  const taken =
    force === true ? [] : [...files].filter(([path, text]) => isOther(join(out, path), text));
  for (const [path] of taken) reportPath(join(out, path), "output/exists", {}, diagnostics);
  const result =
    taken.length > 0 ? undefined : await tryWrite(out, () => writeFiles(out, files), diagnostics);
  const written = (result?.written ?? []).map((path) => displayPath(join(out, path)));
  if (json === true) {
    output.out(`${JSON.stringify({ written, diagnostics: diagnosticsJson(diagnostics) })}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  if (result !== undefined) output.out(`${count(written.length, "file")} written\n`);
  return status;
}

function isOther(path: string, text: string): boolean {
  if (!existsSync(path)) return false;
  return !statSync(path).isFile() || readFileSync(path, "utf8") !== text;
}
