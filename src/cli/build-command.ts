import { resolve } from "node:path";
import { build, type BuildResult } from "../build/build.ts";
import { openSink } from "../build/open-sink.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import { openProject, type ProjectWords } from "./open-project.ts";
import type { Output } from "./output.ts";
import { showProgress } from "./show-progress.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { tryWrite } from "./try-write.ts";

/** `docwright build`: pages → specs → packages, as far as they have changed. */
export async function runBuild(
  words: ProjectWords,
  { json }: { readonly json?: boolean },
  output: Output,
): Promise<number> {
  const { project, diagnostics } = await openProject(words);
  const progress = showProgress(json === true ? undefined : output.terminal);
  const built =
    project === undefined
      ? { written: [], removed: [], unchanged: 0, diagnostics }
      : await buildOnce(project, progress.report);
  progress.end();
  return json === true ? printBuild(built, output) : showBuild(built, output);
}

/** What a build did. Paths are as messages show them. */
export interface BuildReport {
  /** Missing where the output could not be written. */
  readonly result?: BuildResult;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a project; that its output cannot be written is a finding, too. */
export async function buildOnce(project: Project, progress: Progress): Promise<BuildReport> {
  const diagnostics: Diagnostic[] = [];
  const sink = openSink(project);
  const run = () => build(project, { sink, progress });
  const result = await tryWrite(project.output, run, diagnostics);
  const changes = [...sink.written()];
  const pathsOf = (kind: "written" | "removed") =>
    changes.flatMap(([root, change]) =>
      change[kind].map((path) => displayPath(resolve(root, path))),
    );
  return {
    ...(result === undefined ? {} : { result }),
    written: pathsOf("written"),
    removed: pathsOf("removed"),
    unchanged: changes.reduce((sum, [, change]) => sum + change.unchanged, 0),
    diagnostics: [...(result?.diagnostics ?? []), ...diagnostics],
  };
}

/** Prints what a build found and did as a line of JSON. */
export function printBuild(
  { result, written, removed, unchanged, diagnostics }: BuildReport,
  output: Output,
): number {
  const report = {
    packages: result?.packages ?? [],
    upToDate: result?.fresh ?? false,
    written,
    removed,
    unchanged,
    diagnostics: diagnosticsJson(diagnostics),
  };
  output.out(`${JSON.stringify(report)}\n`);
  return exitCode(diagnostics);
}

/** Shows what a build found, and in one line what it did. */
export function showBuild(built: BuildReport, output: Output): number {
  const { result, written, removed, unchanged, diagnostics } = built;
  const status = showDiagnostics(diagnostics, output);
  if (result === undefined) return status;
  const operations = result.packages.reduce((sum, one) => sum + one.operations, 0);
  const what = `${count(result.packages.length, "package")}, ${count(operations, "operation")}`;
  const changes = `${count(written.length, "file")} written, ${removed.length} removed, ${unchanged} unchanged`;
  output.out(`${what}: ${result.fresh ? "up to date" : changes}\n`);
  return status;
}
