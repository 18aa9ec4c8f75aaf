import { resolve } from "node:path";
import type { Config, LintConfig } from "../config/config.ts";
import { loadConfig, parseConfig, type LoadedConfig } from "../config/load-config.ts";
import type { Project } from "../config/project.ts";
import { resolveProject } from "../config/resolve-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fillLimits, type Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";

/** Where a project is, and what wins over its configuration. Relative paths begin at `folder`. */
export interface ProjectOptions {
  /** Where the configuration is looked for. Default: where the process runs. */
  readonly folder?: string;
  /**
   * The configuration, or the path of its file. Default: `docwright.config.*` in `folder`; where there is
   * none, every setting is its default.
   */
  readonly config?: string | Config;
  /** Folders of pages, or single pages, in place of those that are configured. */
  readonly pages?: readonly string[];
  /** Folder of specs. Default: as configured, else `specs`. */
  readonly specs?: string;
  /** Folder of packages. Default: as configured, else `generated`. */
  readonly output?: string;
  /** Folder of templates that take the place of built-in ones. Default: as configured, else none. */
  readonly templates?: string;
  /** Languages (`en`, `zh-CN`) or folders (`intl.en-US`) whose pages are preferred, the first one most. */
  readonly languages?: readonly string[];
  /** Whether packages carry the samples of their pages as tests. Default: as configured, else `false`. */
  readonly tests?: boolean;
  /**
   * What pages, specs and the configuration may have at most. Default: as configured, else the usual limits.
   * One that is no whole number, or more than can be asked for, is thrown as a `RangeError`.
   */
  readonly limits?: Partial<Limits>;
}

/** A project, or what is wrong with its configuration. */
export interface OpenedProject {
  /** Missing where something is wrong with the configuration. */
  readonly project?: Project;
  /** The configuration's file, absolute, if there is one. */
  readonly file?: string;
  /** What the configuration says of linting. */
  readonly lint?: LintConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the configuration of a project, and lets what else is said win over it. */
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

/** Whether none of some findings is an error. */
export function isFine(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}
