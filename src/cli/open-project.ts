import { loadConfig } from "../config/load-config.ts";
import type { Project } from "../config/project.ts";
import { resolveProject, type ProjectFlags } from "../config/resolve-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Where a command finds its project: a configuration, and flags that win over it. */
export interface ProjectWords extends ProjectFlags {
  /** The configuration's file. Default: `docwright.config.*` where the command runs. */
  readonly config?: string;
}

/** A project, or what is wrong with its configuration. */
export interface OpenedProject {
  /** Missing where something is wrong with the configuration. */
  readonly project?: Project;
  /** The configuration's file, if there is one. */
  readonly file?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the configuration of the project that a command is about. */
export async function openProject(words: ProjectWords): Promise<OpenedProject> {
  const { root, file, config, diagnostics } = await loadConfig(process.cwd(), words.config);
  return {
    ...(file === undefined ? {} : { file }),
    ...(config === undefined ? {} : { project: resolveProject(config, root, words) }),
    diagnostics,
  };
}
