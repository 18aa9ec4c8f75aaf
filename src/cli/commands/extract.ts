import type { Command } from "commander";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { configOption, languagesOption, pruneOption } from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count, grouped } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface ExtractFlags extends LimitFlags {
  readonly config?: string;
  readonly out?: string;
  readonly languages?: readonly string[];
  readonly prune?: boolean;
  readonly json?: boolean;
}

/** `docwright extract`: derives operation specs from pages. */
export function extractCommand({ output, end }: Context): Command {
  const command = createCommand("extract", {
    summary: "pages → operation specs",
    description:
      "Makes specs from pages, as the configuration says: a build that stops at specs, and writes the same " +
      "specs. A page with an error gets no spec, and the one that it had stays.",
    files: [
      ["docwright.config.ts|js|json|yaml", "what the project is; flags win over it"],
      ["specs/<product>-<version>/product.yaml", "what pages do not say; read"],
      ["specs/<product>-<version>/operations/", "the specs; written"],
      ["specs/<product>-<version>/positions/", "the lines of the pages that say it; written"],
    ],
    examples: [
      [
        "docwright extract",
        "what docwright.config.* says; without one, all pages below specs/*/pages",
      ],
      [
        "docwright extract docs/a-page.md",
        "one page, read together with the configured pages around it",
      ],
    ],
    findings:
      "a page has an error, a folder or product has no operation, or too many specs would be removed",
  });
  return addLimitOptions(
    command
      .argument("[pages...]", "folders of pages, or single pages (default: as configured)")
      .addOption(configOption())
      .option("--out <dir>", "folder of specs (default: as configured, else specs)")
      .addOption(languagesOption())
      .addOption(pruneOption())
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
  const { countOutcomes } = await import("../../corpus/page-outcome.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const bar = showProgress(json ? undefined : output.terminal);
  const report = await extract({ ...options, pages, progress: bar.report });
  bar.end();
  const { unchanged, pages: outcomes, diagnostics } = report;
  const written = report.written.map(displayPath);
  const removed = report.removed.map(displayPath);
  if (json) return printJson({ written, removed, unchanged, pages: outcomes }, diagnostics, output);
  const status = await showDiagnostics(diagnostics, output, outcomes);
  for (const path of written) output.out(`wrote ${path}\n`);
  for (const path of removed) output.out(`removed ${path}\n`);
  if (outcomes.length > 0) output.out(`${countOutcomes(outcomes)}\n`);
  const specs = count(report.specs.length, "spec");
  output.out(
    `${specs}: ${count(written.length, "file")} written, ${grouped(unchanged)} unchanged\n`,
  );
  return status;
}
