import { extract, type ExtractOptions } from "../api/extract.ts";
import { displayPath } from "../text/read-source.ts";
import { countOutcomes } from "../corpus/account-pages.ts";
import { count } from "./count.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showProgress } from "./show-progress.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** `docwright extract`: pages → operation specs. */
export async function runExtract(
  pages: readonly string[],
  { json, ...options }: Omit<ExtractOptions, "pages"> & { readonly json?: boolean },
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const report = await extract({ pages, ...options, progress: bar.report });
  bar.end();
  const { unchanged, pages: outcomes, diagnostics } = report;
  const written = report.written.map(displayPath);
  const removed = report.removed.map(displayPath);
  if (json === true) {
    const found = diagnosticsJson(diagnostics);
    output.out(
      `${JSON.stringify({ written, removed, unchanged, pages: outcomes, diagnostics: found })}\n`,
    );
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  for (const path of removed) output.out(`removed ${path}\n`);
  const specs = count(report.specs.length, "spec");
  output.out(`${countOutcomes(outcomes)}\n`);
  output.out(`${specs}: ${count(written.length, "file")} written, ${unchanged} unchanged\n`);
  return status;
}
