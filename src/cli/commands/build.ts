import type { Command } from "commander";
import type { BuildReport } from "../../api/build-report.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import {
  addProjectOptions,
  projectFiles,
  pruneOption,
  type ProjectFlags,
} from "../options/add-project-options.ts";
import { count, grouped } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface BuildFlags extends ProjectFlags {
  readonly prune?: boolean;
  readonly json?: boolean;
}

/** `docwright build`: builds changed pages into specs, and specs into packages. */
export function buildCommand({ output, end }: Context): Command {
  const command = createCommand("build", {
    summary: "pages → specs → packages, as far as they have changed",
    description:
      "Makes specs from pages and packages from specs, as the configuration says; without one, from all " +
      "pages below specs/*/pages. Only what has changed since the build before is made again, and only " +
      "files that differ are written. A page with an error fails its own operation: what it made before " +
      "stays, and the others are built. An operation whose page is gone is removed; more than a tenth of a " +
      "product's operations are removed with --prune only. At the end it says how many pages became operations, " +
      "how many are second to another page of their operation, and how many were refused.",
    files: projectFiles,
    examples: [
      ["docwright build", "what docwright.config.* says"],
      [
        "docwright build docs/ecs --out packages",
        "every product that the pages below docs/ecs state",
      ],
      [
        "docwright build --language en --language zh",
        "English pages first, where there are several",
      ],
    ],
    findings:
      "a page, an overlay, a template or the configuration has an error, a folder or product has no operation, or too many would be removed",
  });
  return addProjectOptions(command)
    .addOption(pruneOption())
    .addOption(jsonOption())
    .action(async (pages: string[], flags: BuildFlags) => {
      end(await runBuild(pages, flags, output));
    });
}

async function runBuild(
  pages: readonly string[],
  { json = false, ...options }: BuildFlags,
  output: Output,
): Promise<number> {
  const { build } = await import("../../api/build.ts");
  const bar = showProgress(json ? undefined : output.terminal);
  const report = await build({ ...options, pages, progress: bar.report });
  bar.end();
  return showBuild(report, json, output);
}

/** Counts the pages of a build. */
async function countText(pages: BuildReport["pages"]): Promise<string> {
  const { countOutcomes } = await import("../../corpus/page-outcome.ts");
  return countOutcomes(pages);
}

/** Prints a build's diagnostics and a summary line, or the whole report as one line of JSON. */
export async function showBuild(
  report: BuildReport,
  json: boolean,
  output: Output,
): Promise<number> {
  const { ok, packages, pages, upToDate, written, removed, unchanged, diagnostics } = report;
  if (json) {
    const { displayPath } = await import("../../text/read-source.ts");
    const result = {
      packages: packages.map(({ folder, specs, operations }) => ({
        folder: displayPath(folder),
        specs: displayPath(specs),
        operations,
      })),
      pages,
      upToDate,
      written: written.map(displayPath),
      removed: removed.map(displayPath),
      unchanged,
    };
    return printJson(result, diagnostics, output);
  }
  const status = await showDiagnostics(diagnostics, output, pages);
  if (!ok && packages.length === 0) return status;
  const operations = packages.reduce((sum, one) => sum + one.operations, 0);
  const what = `${count(packages.length, "package")}, ${count(operations, "operation")}`;
  const changes = `${count(written.length, "file")} written, ${grouped(removed.length)} removed, ${grouped(unchanged)} unchanged`;
  if (pages.length > 0) output.out(`${await countText(pages)}\n`);
  output.out(`${what}: ${upToDate ? "up to date" : changes}\n`);
  return status;
}
