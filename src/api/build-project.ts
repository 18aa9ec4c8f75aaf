import { addAll } from "../diagnostics/add-all.ts";
import { resolve } from "node:path";
import { build, type BuildOptions } from "../build/build.ts";
import { watchedPaths } from "../build/watched-paths.ts";
import { openDiskWriter } from "../build/writer.ts";
import type { BuildReport, BuiltPackage } from "./build-report.ts";
import { isFine, type OpenedProject } from "./open-project.ts";
import { tryWrite } from "./try-write.ts";

/** A build report, with the absolute paths of files that the build wrote or kept. */
export interface ProjectReport extends BuildReport {
  readonly outputs: readonly string[];
}

/**
 * Builds a project, or some of its steps. Write errors of the output folders are reported as
 * diagnostics.
 */
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
  addAll(diagnostics, result.diagnostics);
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

/** Makes the folders of packages absolute, relative to the project's root. */
export function placePackages(packages: readonly BuiltPackage[], root: string): BuiltPackage[] {
  return packages.map(({ folder, specs, operations }) => ({
    folder: resolve(root, folder),
    specs: resolve(root, specs),
    operations,
  }));
}
