import { resolve } from "node:path";
import type { Config, LintConfig } from "../config/config.ts";
import { loadConfig, parseConfig, type LoadedConfig } from "../config/load-config.ts";
import type { Project } from "../config/project.ts";
import { resolveProject } from "../config/resolve-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fillLimits, type Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";

/** Selects a project and overrides its configuration. Relative paths are resolved against `folder`. */
export interface ProjectOptions {
  /** The folder of the configuration. Default: the working directory. */
  readonly folder?: string;
  /**
   * The configuration, or the path of its file. Default: `docwright.config.*` in `folder`; without
   * one, all settings have their defaults.
   */
  readonly config?: string | Config;
  /** Folders of pages, or single pages; they override the configuration. */
  readonly pages?: readonly string[];
  /** Folder of specs. Default: as configured, else `specs`. */
  readonly specs?: string;
  /** Folder of packages. Default: as configured, else `generated`. */
  readonly output?: string;
  /** Folder of templates that replace built-in ones. Default: as configured, else none. */
  readonly templates?: string;
  /** Preferred page languages (`en`, `zh-CN`) or folders (`intl.en-US`), most preferred first. */
  readonly languages?: readonly string[];
  /** Adds the pages' samples to packages as tests. Default: as configured, else `false`. */
  readonly tests?: boolean;
  /**
   * Limits of pages, specs and the configuration. Default: as configured, else the built-in limits.
   * Throws a `RangeError` for a limit that is not an integer or exceeds the maximum.
   */
  readonly limits?: Partial<Limits>;
}

/** A project, or the errors of its configuration. */
export interface OpenedProject {
  /** Missing if the configuration has errors. */
  readonly project?: Project;
  /** The absolute path of the configuration file, if any. */
  readonly file?: string;
  /** The lint settings of the configuration. */
  readonly lint?: LintConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a project's configuration and applies the options over it. */
export async function openProject(options: ProjectOptions): Promise<OpenedProject> {
  const { folder = process.cwd(), config: stated } = options;
  const { root, file, config, diagnostics } =
    typeof stated === "object"
      ? await statedConfig(stated, folder)
      : await loadConfig(folder, stated, fillLimits(options.limits));
  return {
    ...(file === undefined ? {} : { file }),
    ...(config === undefined
      ? {}
      : { project: resolveProject(config, root, { ...options, folder }) }),
    ...(config?.lint === undefined ? {} : { lint: config.lint }),
    diagnostics,
  };
}

async function statedConfig(value: Config, folder: string): Promise<LoadedConfig> {
  const diagnostics: Diagnostic[] = [];
  const config = await parseConfig(value, displayPath(resolve(folder)), diagnostics);
  return { root: resolve(folder), ...(config === undefined ? {} : { config }), diagnostics };
}

/** True if no diagnostic is an error. */
export function isFine(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}
