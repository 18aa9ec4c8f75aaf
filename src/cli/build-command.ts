import { build } from "../api/build.ts";
import type { BuildReport } from "../api/build-project.ts";
import type { ProjectOptions } from "../api/open-project.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./output/count.ts";
import { exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { packagesJson } from "./output/packages-json.ts";
import { showProgress } from "./output/show-progress.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";

/** `docwright build`: pages → specs → packages, as far as they have changed. */
export async function runBuild(
  words: ProjectOptions,
  { json }: { readonly json?: boolean },
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const report = await build({ ...words, progress: bar.report });
  bar.end();
  return json === true ? printBuild(report, output) : showBuild(report, output);
}

/** Prints what a build found and did as a line of JSON. */
export function printBuild(report: BuildReport, output: Output): number {
  const { packages, upToDate, written, removed, unchanged, diagnostics } = report;
  const json = {
    packages: packagesJson(packages),
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
  const { ok, packages, upToDate, written, removed, unchanged, diagnostics } = report;
  const status = showDiagnostics(diagnostics, output);
  if (!ok && packages.length === 0) return status;
  const operations = packages.reduce((sum, one) => sum + one.operations, 0);
  const what = `${count(packages.length, "package")}, ${count(operations, "operation")}`;
  const changes = `${count(written.length, "file")} written, ${removed.length} removed, ${unchanged} unchanged`;
  output.out(`${what}: ${upToDate ? "up to date" : changes}\n`);
  return status;
}
