import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "./command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "./limit-options.ts";

/** `docwright extract` */
export function extractCommand({ output, end }: Context): Command {
  const command = createCommand("extract", {
    summary: "pages → operation specs",
    description:
      "Makes a spec of each page. A page below the pages/ of a product's folder gets it beside that; one " +
      "from elsewhere is copied into the folder of its product. A page with an error gets no spec, and " +
      "the one that it had stays.",
    files: [
      ["specs/<product>-<version>/product.yaml", "what pages do not say; read"],
      ["specs/<product>-<version>/pages/", "pages; those from elsewhere are copied into it"],
      ["specs/<product>-<version>/operations/", "the specs; written"],
      ["specs/<product>-<version>/positions/", "the lines of the pages that say it; written"],
    ],
    examples: [
      ["docwright extract", "all pages below specs/*/pages"],
      ["docwright extract docs/a-page.md", "one page; it is copied into its product's folder"],
    ],
    findings: "a page has an error",
  });
  return addLimitOptions(
    command
      .argument("[pages...]", "pages, or folders of pages (default: the folder of specs)")
      .option("--out <dir>", "folder of specs, with a folder for each product and version", "specs")
      .addOption(jsonOption())
      .action(async (pages: string[], flags: { out: string; json?: boolean } & LimitFlags) => {
        const { runExtract } = await import("../extract-command.ts");
        end(await runExtract(pages, { ...flags, ...limitsOf(flags) }, output));
      }),
  );
}
