import { diff, type DiffOptions } from "../api/diff.ts";
import type { Change, Level } from "../diff/change.ts";
import { sentenceOf } from "../diff/sentence-of.ts";
import { subjectOf } from "../diff/subject-of.ts";
import { printMarkdown } from "../diff/print-markdown.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { plain, type Paint } from "../diagnostics/paint.ts";
import { visible } from "../text/visible.ts";
import { count } from "./count.ts";
import { exit, exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** How `docwright diff` prints, and what makes it end with 1. */
interface DiffFlags {
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly failOn?: Exclude<Level, "none">;
}

const levels = ["none", "patch", "minor", "major"] as const;

/** `docwright diff`: what has changed between two folders of specs or revisions. */
export async function runDiff(
  options: DiffOptions,
  { markdown, json, failOn }: DiffFlags,
  output: Output,
): Promise<number> {
  const { ok, verdict, changes, diagnostics } = await diff(options);
  const fails = failOn !== undefined && levels.indexOf(verdict) >= levels.indexOf(failOn);
  const status = fails ? exit.findings : exitCode(diagnostics);
  if (json === true) {
    output.out(
      `${JSON.stringify({ verdict, changes, diagnostics: diagnosticsJson(diagnostics) })}\n`,
    );
    return status;
  }
  showDiagnostics(diagnostics, output);
  if (!ok) return status;
  output.out(
    markdown === true ? printMarkdown(changes) : textOf(changes, verdict, output.outPaint ?? plain),
  );
  return status;
}

function textOf(changes: readonly Change[], verdict: Level, paint: Paint): string {
  if (changes.length === 0) return "nothing has changed\n";
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const name = [change.product, change.operation ?? []].flat().join(" ");
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  const blocks = [...groups].map(([name, found]) => {
    const sorted = found.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
    return [paint.place(visible(name)), ...sorted.flatMap((change) => linesOf(change, paint))].join(
      "\n",
    );
  });
  const breaking = changes.filter(({ level }) => level === "major").length;
  const summary = `${count(changes.length, "change")}, ${breaking} breaking: ${verdict}`;
  return `${blocks.join("\n\n")}\n\n${summary}\n`;
}

const severities = { major: "error", minor: "note", patch: "note" } as const;

function linesOf(change: Change, paint: Paint): string[] {
  const { level, breaks, why, oldLine, newLine } = change;
  const label = level === "patch" ? paint.dim(level) : paint.severity[severities[level]](level);
  const subject = subjectOf(change);
  const lines = [oldLine, newLine].map((line) => (line === undefined ? "—" : `${line}`));
  const place =
    oldLine === undefined && newLine === undefined ? "" : paint.dim(` (line ${lines.join(" → ")})`);
  const head = `  ${label} ${visible([subject, sentenceOf(change)].filter(Boolean).join(" "))}${place}`;
  return breaks.length === 0
    ? [head]
    : [head, `        ${paint.dim(`for ${breaks.join(" and ")}: ${visible(why)}`)}`];
}
