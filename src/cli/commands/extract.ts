import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "./command.ts";
import { languageOption, pruneOption } from "./project-options.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "./limit-options.ts";

interface ExtractFlags extends LimitFlags {
  readonly config?: string;
  readonly out?: string;
  readonly language?: readonly string[];
  readonly prune?: boolean;
  readonly json?: boolean;
}

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
      .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
      .option("--out <dir>", "folder of specs (default: as configured, else specs)")
      .addOption(languageOption())
      .addOption(pruneOption())
      .addOption(jsonOption())
      .action(async (pages: string[], flags: ExtractFlags) => {
        const { runExtract } = await import("../extract-command.ts");
        const { language, ...options } = flags;
        const languages = language === undefined ? {} : { languages: language };
        end(await runExtract(pages, { ...options, ...languages, ...limitsOf(flags) }, output));
      }),
  );
}
