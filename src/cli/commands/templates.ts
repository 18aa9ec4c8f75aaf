import { Command } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";

/** `docwright templates` */
export function templatesCommand({ output, end }: Context): Command {
  const eject = createCommand("eject", {
    summary: "copy the built-in templates into a folder",
    description:
      "Copies the templates that packages are made with, and a guide to what they can show. Keep those " +
      "that you change, remove the others, and give the folder to build with --templates.",
    examples: [["docwright templates eject --out my-templates", "to begin with"]],
    findings: "the folder holds other files of these names",
  })
    .option("--out <dir>", "folder to copy them into", "templates")
    .option("--force", "write over files that are there")
    .addOption(jsonOption())
    .action(async (flags: { out: string; force?: boolean; json?: boolean }) => {
      const { runEject } = await import("../eject-command.ts");
      end(await runEject(flags, output));
    });
  return new Command("templates")
    .summary("the templates that packages are made with")
    .description("The templates that packages are made with.")
    .addCommand(eject);
}
