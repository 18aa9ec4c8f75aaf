import { Option, type Command } from "commander";
import { configFormats, type ConfigFormat } from "../../config/config-formats.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";

/** `docwright init` */
export function initCommand({ output, end }: Context): Command {
  return createCommand("init", {
    summary: "write a configuration for the pages of some folders",
    description:
      "Reads pages, and writes a docwright.config.* with every product and version that they state, the " +
      "folder of each, and the languages of their folders.",
    files: [["docwright.config.yaml|json|ts|js", "the configuration; written where it runs"]],
    examples: [
      ["docwright init docs", "docwright.config.yaml"],
      ["docwright init docs --format ts", "docwright.config.ts, with types"],
    ],
    findings: "a page cannot be read, or there is a configuration already",
  })
    .argument("<pages...>", "folders of pages, or single pages")
    .addOption(
      new Option("--format <format>", "how it is written").choices(configFormats).default("yaml"),
    )
    .option("--force", "write over one that is there")
    .addOption(jsonOption())
    .action(
      async (
        folders: string[],
        flags: { format: ConfigFormat; force?: boolean; json?: boolean },
      ) => {
        const { runInit } = await import("../init-command.ts");
        end(await runInit(folders, flags, output));
      },
    );
}
