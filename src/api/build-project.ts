import { resolve } from "node:path";
import { build, type BuildOptions } from "../build/build.ts";
import { watchedPaths } from "../build/watched-paths.ts";
import { openDiskWriter } from "../build/writer.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isFine, type OpenedProject } from "./open-project.ts";
import { tryWrite } from "./try-write.ts";

/** A package of a project. */
export interface BuiltPackage {
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The folder of its specs, absolute. */
  readonly specs: string;
  /** How many operations it has. */
  readonly operations: number;
}

/** What a build did. Paths are absolute. */
export interface BuildReport {
  /** No finding is an error: every operation is as its page has it now. */
  readonly ok: boolean;
  /** Empty where something kept the build from beginning, or from writing what it made. */
  readonly packages: readonly BuiltPackage[];
  /** What became of each page; empty where something kept the build from beginning. */
  readonly pages: readonly PageOutcome[];
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

/** A build's report, with the files that it made or kept. */
export interface ProjectReport extends BuildReport {
  readonly outputs: readonly string[];
}

/** Takes a project down the road, or a part of it. Faults of its output folders are among the findings. */
export async function buildProject(
  { project, file, diagnostics: faults }: OpenedProject,
  options: Omit<BuildOptions, "writer"> = {},
): Promise<ProjectReport> {
  const diagnostics = [...faults];
  const nothing = {
    ok: false,
    packages: [],
    pages: [],
    upToDate: false,
    written: [],
    removed: [],
    unchanged: 0,
    outputs: [],
  };
  if (project === undefined) {
    return { ...nothing, inputs: file === undefined ? [] : [file], diagnostics };
  }
  const inputs = watchedPaths(project, file === undefined ? [] : [file]).paths;
  const writer = openDiskWriter(project);
  const place = options.steps === "specs" ? project.specs : project.output;
  const result = await tryWrite(place, () => build(project, { ...options, writer }), diagnostics);
  if (result === undefined) return { ...nothing, inputs, diagnostics };
  diagnostics.push(...result.diagnostics);
  const changes = [...writer.written()];
  const pathsOf = (kind: "written" | "removed") =>
    changes.flatMap(([root, change]) => change[kind].map((path) => resolve(root, path)));
  return {
    ok: isFine(diagnostics),
    packages: placePackages(result.packages, project.root),
    pages: result.pages,
    upToDate: result.fresh,
    written: pathsOf("written"),
    removed: pathsOf("removed"),
    unchanged: changes.reduce((sum, [, change]) => sum + change.unchanged, 0),
    inputs: [...new Set([...inputs, ...result.inputs.map((path) => resolve(project.root, path))])],
    outputs: Object.keys(result.outputs).map((path) => resolve(project.root, path)),
    diagnostics,
  };
}

/** Packages whose folders are relative to a project's, with absolute ones. */
export function placePackages(packages: readonly BuiltPackage[], root: string): BuiltPackage[] {
  return packages.map(({ folder, specs, operations }) => ({
    folder: resolve(root, folder),
    specs: resolve(root, specs),
    operations,
  }));
}
