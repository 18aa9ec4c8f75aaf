import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import {
  addProjectOptions,
  projectFiles,
  wordsOf,
  type ProjectFlags,
} from "../options/add-project-options.ts";

/** `docwright check` */
export function checkCommand({ output, end }: Context): Command {
  const command = createCommand("check", {
    summary: "is what lies on disk what a build would write? do samples and types hold?",
    description:
      "Holds specs and packages against what a build would write, and prints what differs as a unified " +
      "diff on stdout, which patch -p1 takes; a terminal gets the beginning of each file's. Where nothing is stale, packages are compiled and held " +
      "against the samples of their pages: a request is sent again, answers are read by the client. What was " +
      "found is remembered until something changes. Writes nothing else.",
    files: projectFiles,
    examples: [
      ["docwright check", "in CI"],
      ["docwright check --stale-only", "without compiling anything"],
      ["docwright check > changes.patch", "what a build would change"],
    ],
    findings: "something is stale, does not compile, or contradicts a sample",
  });
  return addProjectOptions(command)
    .option("--stale-only", "leave out types and samples")
    .option("--tolerate-pages", "samples that contradict their own page are warnings")
    .addOption(jsonOption())
    .action(
      async (
        pages: string[],
        flags: ProjectFlags & { json?: boolean; staleOnly?: boolean; toleratePages?: boolean },
      ) => {
        const { runCheck } = await import("../check-command.ts");
        end(await runCheck(wordsOf(pages, flags), flags, output));
      },
    );
}
