import type { Command } from "commander";
import { createCommand, type Context } from "./command.ts";
import {
  addProjectOptions,
  projectFiles,
  pruneOption,
  wordsOf,
  type ProjectFlags,
} from "./project-options.ts";

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
    .action(async (pages: string[], flags: ProjectFlags & { json?: boolean; prune?: boolean }) => {
      const { runWatch } = await import("../watch-command.ts");
      end(await runWatch(wordsOf(pages, flags), flags, output));
    });
}
