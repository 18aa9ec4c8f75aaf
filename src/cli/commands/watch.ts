import type { Command } from "commander";
import { createCommand, type Context } from "../options/create-command.ts";
import {
  addProjectOptions,
  projectFiles,
  wordsOf,
  type ProjectFlags,
} from "../options/add-project-options.ts";

/** `docwright watch` */
export function watchCommand({ output, end }: Context): Command {
  const command = createCommand("watch", {
    summary: "build now and after each change",
    description:
      "Builds, and builds again whenever a page, an overlay, product.yaml, a template or the configuration " +
      "changes, until Ctrl+C. While something has an error, what it made before stays.",
    files: projectFiles,
    examples: [["docwright watch", "what docwright.config.* says"]],
  });
  return addProjectOptions(command)
    .option("--json", "print a line of JSON for each build, for programs")
    .action(async (pages: string[], flags: ProjectFlags & { json?: boolean }) => {
      const { runWatch } = await import("../watch-command.ts");
      end(await runWatch(wordsOf(pages, flags), flags, output));
    });
}
