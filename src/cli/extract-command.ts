import { extract } from "../api/extract.ts";
import type { Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./output/count.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showProgress } from "./output/show-progress.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";

/** `docwright extract`: pages → operation specs. */
export async function runExtract(
  pages: readonly string[],
  {
    json,
    ...options
  }: { readonly out: string; readonly json?: boolean; readonly limits?: Partial<Limits> },
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const report = await extract({ pages, ...options, progress: bar.report });
  bar.end();
  const { unchanged, diagnostics } = report;
  const written = report.written.map(displayPath);
  const removed = report.removed.map(displayPath);
  if (json === true) {
    const found = diagnosticsJson(diagnostics);
    output.out(`${JSON.stringify({ written, removed, unchanged, diagnostics: found })}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  for (const path of removed) output.out(`removed ${path}\n`);
  const specs = count(report.specs.length, "spec");
  output.out(`${specs}: ${count(written.length, "file")} written, ${unchanged} unchanged\n`);
  return status;
}
