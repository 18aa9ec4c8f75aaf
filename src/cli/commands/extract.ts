import type { Command } from "commander";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface ExtractFlags extends LimitFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** `docwright extract`: pages → operation specs. */
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
      .option("--out <dir>", "folder of specs, with a folder for each product and version", "specs")
      .addOption(jsonOption())
      .action(async (pages: string[], flags: ExtractFlags) => {
        end(await runExtract(pages, flags, output));
      }),
  );
}

async function runExtract(
  pages: readonly string[],
  { json = false, ...options }: ExtractFlags,
  output: Output,
): Promise<number> {
  const { extract } = await import("../../api/extract.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const bar = showProgress(json ? undefined : output.terminal);
  const report = await extract({ ...options, pages, progress: bar.report });
  bar.end();
  const { unchanged, diagnostics } = report;
  const written = report.written.map(displayPath);
  const removed = report.removed.map(displayPath);
  if (json) return printJson({ written, removed, unchanged }, diagnostics, output);
  const status = await showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  for (const path of removed) output.out(`removed ${path}\n`);
  const specs = count(report.specs.length, "spec");
  output.out(`${specs}: ${count(written.length, "file")} written, ${unchanged} unchanged\n`);
  return status;
}
