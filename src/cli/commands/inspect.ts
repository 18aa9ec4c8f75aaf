import type { Command } from "commander";
import { createCommand, type Context } from "../options/create-command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "../options/add-limit-options.ts";

/** `docwright inspect` */
export function inspectCommand({ output, end }: Context): Command {
  const command = createCommand("inspect", {
    summary: "what is read from each page, and what is wrong with it",
    description:
      "Prints what each page says: its operation, members, types and errors, and what was found. It never " +
      "stops at a bad page, and writes no files.",
    files: [["product.yaml", "beside the pages/ that a page lies in; read"]],
    examples: [
      ["docwright inspect docs/a-page.md", "one page, for people"],
      [
        "docwright inspect docs --jsonl > pages.jsonl",
        "every page below docs, a line of JSON each",
      ],
    ],
    findings: "a page that was named itself has an error",
  });
  return addLimitOptions(
    command
      .argument("<pages...>", "pages, or folders of pages")
      .option("--jsonl", "one JSON object for each page")
      .action(async (pages: string[], flags: { jsonl?: boolean } & LimitFlags) => {
        const { runInspect } = await import("../inspect-command.ts");
        end(await runInspect(pages, { ...flags, ...limitsOf(flags) }, output));
      }),
  );
}
