import { Option, type Command } from "commander";
import type { ProjectOptions } from "../../api/open-project.ts";
import { addLimitOptions } from "./add-limit-options.ts";
import type { FileUse } from "./create-command.ts";
import { NamedOption } from "./named-option.ts";

/** The files of a project, as listed in the help of its commands. */
export const projectFiles: readonly FileUse[] = [
  ["docwright.config.ts|js|json|yaml", "what the project is; flags win over it"],
  [
    "specs/<product>-<version>/product.yaml, overlays/",
    "yours: what pages do not say, and corrections",
  ],
  ["specs/<product>-<version>/pages/, operations/", "pages; the specs that build makes of them"],
  ["specs/<product>-<version>/positions/", "the lines of the pages that say it; written"],
  ["generated/<product>-<version>/", "the package"],
  ["generated/.docwright/", "what a build remembers; can be removed at any time"],
];

/** The flags of project commands, named as in the API. */
export interface ProjectFlags extends Pick<
  ProjectOptions,
  "specs" | "output" | "templates" | "languages" | "tests" | "limits"
> {
  readonly config?: string;
}

/** Adds the arguments and flags that select a project and override its configuration. */
export function addProjectOptions(command: Command): Command {
  return addLimitOptions(
    command
      .argument("[pages...]", "folders of pages, or single pages (default: as configured)")
      .addOption(configOption())
      .addOption(specsOption())
      .addOption(packagesOption())
      .option("--templates <dir>", "folder of templates that take the place of built-in ones")
      .addOption(languagesOption())
      .option("--tests", "packages carry the samples of their pages as tests of their own"),
  );
}

/** Creates `--language`, which is repeatable. */
export function languagesOption(): Option {
  return new NamedOption(
    "languages",
    "--language <language>",
    "preferred page language or folder, e.g. zh or intl.en-US (repeatable, most preferred first)",
  ).argParser((language, earlier: readonly string[] | undefined) => [...(earlier ?? []), language]);
}

/** `--prune`, for commands that remove operations whose pages or specs are gone. */
export function pruneOption(gone: "pages" | "specs" = "pages"): Option {
  return new Option("--prune", `remove operations whose ${gone} are gone, however many they are`);
}

/** Creates `--config`, for commands that read a project. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "the configuration (default: docwright.config.* where it runs)",
  );
}

/** Creates `--specs`, for commands that read the specs of a project. */
export function specsOption(): Option {
  return new Option("--specs <dir>", "folder of specs (default: as configured, else specs)");
}

/** Creates `--out`, for commands about the packages of a project. */
export function packagesOption(): Option {
  return new NamedOption(
    "output",
    "--out <dir>",
    "folder of packages (default: as configured, else generated)",
  );
}
