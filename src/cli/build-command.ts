import { build } from "../api/build.ts";
import type { BuildReport } from "../api/build-project.ts";
import type { ProjectOptions } from "../api/open-project.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { displayPath } from "../text/read-source.ts";
import { countOutcomes } from "../corpus/account-pages.ts";
import { count } from "./count.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { packagesJson } from "./packages-json.ts";
import { showProgress } from "./show-progress.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** `docwright build`: pages → specs → packages, as far as they have changed. */
export async function runBuild(
  words: ProjectOptions,
  { json, prune = false }: { readonly json?: boolean; readonly prune?: boolean },
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const report = await build({ ...words, prune, progress: bar.report });
  bar.end();
  return json === true ? printBuild(report, output) : showBuild(report, output);
}

/** Prints what a build found and did as a line of JSON. */
export function printBuild(report: BuildReport, output: Output): number {
  const { packages, pages, upToDate, written, removed, unchanged, diagnostics } = report;
  const json = {
    packages: packagesJson(packages),
    pages,
    upToDate,
    written: written.map(displayPath),
    removed: removed.map(displayPath),
    unchanged,
    diagnostics: diagnosticsJson(diagnostics),
  };
  output.out(`${JSON.stringify(json)}\n`);
  return exitCode(diagnostics);
}

/** Shows what a build found, and in one line what it did. */
export function showBuild(report: BuildReport, output: Output): number {
  const { ok, packages, pages, upToDate, written, removed, unchanged, diagnostics } = report;
  const status = showDiagnostics(diagnostics, output);
  if (!ok && packages.length === 0) return status;
  const operations = packages.reduce((sum, one) => sum + one.operations, 0);
  const what = `${count(packages.length, "package")}, ${count(operations, "operation")}`;
  const changes = `${count(written.length, "file")} written, ${removed.length} removed, ${unchanged} unchanged`;
  if (pages.length > 0) output.out(`${countOutcomes(pages)}\n`);
  output.out(`${what}: ${upToDate ? "up to date" : changes}\n`);
  return status;
}
