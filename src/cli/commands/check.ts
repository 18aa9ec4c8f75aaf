import type { Command } from "commander";
import type { CheckedPackage } from "../../api/check.ts";
import {
  addProjectOptions,
  projectFiles,
  type ProjectFlags,
} from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count, grouped } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { paintDiff } from "../output/paint-diff.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface CheckFlags extends ProjectFlags {
  readonly json?: boolean;
  readonly staleOnly?: boolean;
  readonly toleratePages?: boolean;
}

/**
 * `docwright check`: verifies that generated files are current, compile, and agree with the pages'
 * samples.
 */
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
    findings:
      "something is stale, does not compile or contradicts a sample, or a build would refuse a page or remove an operation",
  });
  return addProjectOptions(command)
    .option("--stale-only", "leave out types and samples")
    .option("--tolerate-pages", "samples that contradict their own page are warnings")
    .addOption(jsonOption())
    .action(async (pages: string[], flags: CheckFlags) => {
      end(await runCheck(pages, flags, output));
    });
}

async function runCheck(
  pages: readonly string[],
  { json = false, ...flags }: CheckFlags,
  output: Output,
): Promise<number> {
  const { check } = await import("../../api/check.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const bar = showProgress(json ? undefined : output.terminal);
  const fix = fixCommand(pages, flags);
  const report = await check({ ...flags, pages, fix, progress: bar.report });
  bar.end();
  const { packages, pages: outcomes, diagnostics } = report;
  const differences = report.differences.map((one) => ({ ...one, path: displayPath(one.path) }));
  if (json) {
    const shown = packages.map(({ folder, specs, operations, samples }) => ({
      folder: displayPath(folder),
      specs: displayPath(specs),
      operations,
      samples,
    }));
    return printJson({ packages: shown, pages: outcomes, differences }, diagnostics, output);
  }
  const status = await showDiagnostics(diagnostics, output, outcomes);
  const { boundDiff } = await import("../../output/render-diff.ts");
  for (const { diff = "" } of differences) {
    output.out(paintDiff(boundDiff(diff, output.diffLines ?? Infinity), output.outPaint));
  }
  const hidden = differences.filter(({ diff }) => diff === undefined).length;
  if (hidden > 0) output.err(`${count(hidden, "more file")} not shown as a diff\n`);
  if (status === 0) {
    const upToDate =
      flags.staleOnly === true ? "up to date" : `up to date, compiles; ${samplesText(packages)}`;
    output.out(`${count(packages.length, "package")}: ${upToDate}\n`);
  } else if (differences.length > 0) output.err(`To bring all up to date: ${fix}\n`);
  return status;
}

/** Summarizes the sample results of packages. */
function samplesText(packages: readonly CheckedPackage[]): string {
  const sum = (of: "seen" | "passed" | "page") =>
    packages.reduce((total, { samples }) => total + (samples?.[of] ?? 0), 0);
  const page = sum("page");
  const others =
    page === 0 ? "" : `, ${page} ${page === 1 ? "contradicts its page" : "contradict their pages"}`;
  const seen = sum("seen");
  const verb = seen === 1 ? "holds" : "hold";
  return `${grouped(sum("passed"))} of ${count(seen, "sample")} ${verb}${others}`;
}

/** Returns the build command with the flags of the check. */
function fixCommand(
  pages: readonly string[],
  { config, specs, output, templates, languages = [] }: ProjectFlags,
): string {
  const flag = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name}`, quote(value)];
  return [
    "docwright build",
    ...pages.map(quote),
    ...flag("config", config),
    ...flag("specs", specs),
    ...flag("out", output),
    ...flag("templates", templates),
    ...languages.flatMap((language) => flag("language", language)),
  ].join(" ");
}

/** Quotes a word for a shell. */
function quote(word: string): string {
  return /^[\w./@:=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
