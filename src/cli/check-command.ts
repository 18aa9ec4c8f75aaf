import { check, type CheckedPackage } from "../api/check.ts";
import type { ProjectOptions } from "../api/open-project.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { exitCode } from "./output/exit-code.ts";
import { count } from "./output/count.ts";
import type { Output } from "./output/output.ts";
import { displayPath } from "../text/read-source.ts";
import { packagesJson } from "./output/packages-json.ts";
import { paintDiff } from "./output/paint-diff.ts";
import { showProgress } from "./output/show-progress.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";

/** Flags of `docwright check` besides those of all projects. */
export interface CheckFlags {
  readonly json?: boolean;
  readonly staleOnly?: boolean;
  readonly toleratePages?: boolean;
}

/** `docwright check`: is what lies on disk what it should be? */
export async function runCheck(
  words: ProjectOptions,
  { json, staleOnly = false, toleratePages = false }: CheckFlags,
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const mend = mendingCommand(words);
  const checked = await check({ ...words, staleOnly, toleratePages, mend, progress: bar.report });
  bar.end();
  const { packages, diagnostics } = checked;
  const differences = checked.differences.map((one) => ({ ...one, path: displayPath(one.path) }));
  if (json === true) {
    const findings = diagnosticsJson(diagnostics);
    const shown = packagesJson(packages).map((one, index) => {
      const samples = packages[index]?.samples;
      return samples === undefined ? one : { ...one, samples };
    });
    const report = { packages: shown, differences, diagnostics: findings };
    output.out(`${JSON.stringify(report)}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  const { boundDiff } = await import("../output/bound-diff.ts");
  for (const { diff = "" } of differences) {
    output.out(paintDiff(boundDiff(diff, output.diffLines ?? Infinity), output.outPaint));
  }
  const hidden = differences.filter(({ diff }) => diff === undefined).length;
  if (hidden > 0) output.err(`${count(hidden, "more file")} not shown as a diff\n`);
  if (status === 0) {
    const upToDate = staleOnly ? "up to date" : `up to date, compiles; ${samplesText(packages)}`;
    output.out(`${count(packages.length, "package")}: ${upToDate}\n`);
  } else if (differences.length > 0) output.err(`To bring all up to date: ${mend}\n`);
  return status;
}

/** How the samples of packages fared. */
function samplesText(packages: readonly CheckedPackage[]): string {
  const sum = (of: "seen" | "passed" | "page") =>
    packages.reduce((total, { samples }) => total + (samples?.[of] ?? 0), 0);
  const page = sum("page");
  const others =
    page === 0 ? "" : `, ${page} ${page === 1 ? "contradicts its page" : "contradict their pages"}`;
  return `${sum("passed")} of ${count(sum("seen"), "sample")} hold${others}`;
}

/** The command that brings up to date what was checked with the same words. */
function mendingCommand({
  pages = [],
  config,
  specs,
  output,
  templates,
  languages = [],
}: ProjectOptions) {
  const flag = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name}`, quote(value)];
  return [
    "docwright build",
    ...pages.map(quote),
    ...flag("config", typeof config === "string" ? config : undefined),
    ...flag("specs", specs),
    ...flag("out", output),
    ...flag("templates", templates),
    ...languages.flatMap((language) => flag("language", language)),
  ].join(" ");
}

/** A word as a shell takes it. */
function quote(word: string): string {
  return /^[\w./@:=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
