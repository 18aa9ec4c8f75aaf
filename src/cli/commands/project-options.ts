import type { Command } from "commander";
import { addLimitOptions, limitsOf, type LimitFlags } from "./limit-options.ts";
import type { FileUse } from "./command.ts";
import type { ProjectOptions } from "../../api/open-project.ts";

/** The files of a project, as the help of its commands lists them. */
export const projectFiles: readonly FileUse[] = [
  ["docwright.config.ts|js|json|yaml", "what the project is; flags win over it"],
  [
    "specs/<product>-<version>/product.yaml, overlays/",
    "yours: what pages do not say, and corrections",
  ],
  ["specs/<product>-<version>/pages/, operations/", "pages; the specs that build makes of them"],
  [
    "specs/<product>-<version>/positions/",
    "the lines of the pages that say what specs say; written",
  ],
  ["generated/<product>-<version>/", "the package"],
  ["generated/.docwright/", "what a build remembers; can be removed at any time"],
];

/** The flags of commands that are about a project, as they are given. */
export interface ProjectFlags extends LimitFlags {
  readonly config?: string;
  readonly specs?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly language?: readonly string[];
  readonly tests?: boolean;
}

/** Gives a command the arguments and flags that say what a project is. They win over its configuration. */
export function addProjectOptions(command: Command): Command {
  return addLimitOptions(
    command
      .argument("[pages...]", "folders of pages, or single pages (default: as configured)")
      .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
      .option("--specs <dir>", "folder of specs (default: as configured, else specs)")
      .option("--out <dir>", "folder of packages (default: as configured, else generated)")
      .option("--templates <dir>", "folder of templates that take the place of built-in ones")
      .option(
        "--language <language>",
        "language or folder whose pages are preferred, as in zh or intl.en-US; again for the next one",
        (language: string, earlier: readonly string[] | undefined) => [
          ...(earlier ?? []),
          language,
        ],
      )
      .option("--tests", "packages carry the samples of their pages as tests of their own"),
  );
}

/** What they say, in the words of a project. */
export function wordsOf(
  pages: readonly string[],
  { config, specs, out, templates, language, tests, ...flags }: ProjectFlags,
): ProjectOptions {
  return {
    pages,
    ...(config === undefined ? {} : { config }),
    ...(specs === undefined ? {} : { specs }),
    ...(out === undefined ? {} : { output: out }),
    ...(templates === undefined ? {} : { templates }),
    ...(language === undefined ? {} : { languages: language }),
    ...(tests === undefined ? {} : { tests }),
    ...limitsOf(flags),
  };
}
