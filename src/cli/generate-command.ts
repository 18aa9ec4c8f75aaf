import { generate } from "../api/generate.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import type { Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./output/count.ts";
import { exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";
import { showProgress } from "./output/show-progress.ts";

/** Flags of `docwright generate`. */
interface GenerateFlags {
  readonly out: string;
  readonly templates?: string;
  readonly json?: boolean;
  readonly limits?: Partial<Limits>;
}

/** `docwright generate`: specs and overlays → packages. */
export async function runGenerate(
  specs: readonly string[],
  { json, ...flags }: GenerateFlags,
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const report = await generate({ specs, ...flags, progress: bar.report });
  bar.end();
  const { diagnostics } = report;
  const packages = report.packages.map(({ written, removed, ...one }) => ({
    ...one,
    folder: displayPath(one.folder),
    written: written.length,
    removed: removed.length,
  }));
  if (json === true) {
    output.out(`${JSON.stringify({ packages, diagnostics: diagnosticsJson(diagnostics) })}\n`);
    return exitCode(diagnostics);
  }
  for (const { folder, operations, written, removed, unchanged } of packages) {
    output.out(
      `${folder}: ${count(operations, "operation")}, ${written} files written, ${removed} removed, ${unchanged} unchanged\n`,
    );
  }
  return showDiagnostics(diagnostics, output);
}
