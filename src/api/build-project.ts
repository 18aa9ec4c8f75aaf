import { resolve } from "node:path";
import { build } from "../build/build.ts";
import { openSink } from "../build/open-sink.ts";
import { watchedPaths } from "../build/watched-paths.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { isFine } from "./is-fine.ts";
import type { BuiltPackage } from "./built-package.ts";
import type { OpenedProject } from "./open-project.ts";
import { placePackages } from "./place-packages.ts";
import { tryWrite } from "./try-write.ts";

/** What a build did. Paths are absolute. */
export interface BuildReport {
  /** No finding is an error: every operation is as its page has it now. */
  readonly ok: boolean;
  /** Empty where something kept the build from beginning, or from writing what it made. */
  readonly packages: readonly BuiltPackage[];
  /** Nothing has changed since the build before, so nothing was made. */
  readonly upToDate: boolean;
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Files that nothing makes any more. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
  /** Files that it has read, and folders where new ones would count: what to watch. */
  readonly inputs: readonly string[];
  /** What is wrong with pages, overlays, templates and the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a project, if it could be opened; that its output cannot be written is a finding, too. */
export async function buildProject(
  { project, file, diagnostics: faults }: OpenedProject,
  progress?: Progress,
): Promise<BuildReport> {
  const diagnostics = [...faults];
  const nothing = { packages: [], upToDate: false, written: [], removed: [], unchanged: 0 };
  if (project === undefined) {
    return { ok: false, ...nothing, inputs: file === undefined ? [] : [file], diagnostics };
  }
  const inputs = watchedPaths(project, file === undefined ? [] : [file]).paths;
  const sink = openSink(project);
  const run = () => build(project, { sink, ...(progress === undefined ? {} : { progress }) });
  const result = await tryWrite(project.output, run, diagnostics);
  if (result === undefined) return { ok: false, ...nothing, inputs, diagnostics };
  for (const found of result.diagnostics) diagnostics.push(found);
  const changes = [...sink.written()];
  const pathsOf = (kind: "written" | "removed") =>
    changes.flatMap(([root, change]) => change[kind].map((path) => resolve(root, path)));
  return {
    ok: isFine(diagnostics),
    packages: placePackages(result.packages, project.root),
    upToDate: result.fresh,
    written: pathsOf("written"),
    removed: pathsOf("removed"),
    unchanged: changes.reduce((sum, [, change]) => sum + change.unchanged, 0),
    inputs: [...new Set([...inputs, ...result.inputs.map((path) => resolve(project.root, path))])],
    diagnostics,
  };
}
