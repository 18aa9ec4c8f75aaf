import { markdownCode, markdownText } from "../emit/emitters/markdown-text.ts";
import { visible } from "../text/visible.ts";
import type { Change, Level } from "./change.ts";
import { sentenceOf, subjectOf } from "./sentence-of.ts";

const headings: readonly (readonly [Exclude<Level, "none">, string])[] = [
  ["major", "Breaking changes"],
  ["minor", "Added"],
  ["patch", "Changed in the documentation"],
];

/** Prints changes as a changelog entry, most severe first; empty without changes. */
export function printMarkdown(changes: readonly Change[]): string {
  const several = new Set(changes.map(({ product }) => product)).size > 1;
  const sections = headings.flatMap(([level, heading]) => {
    const lines = changes
      .filter((change) => change.level === level)
      .map((change) => `- ${lineOf(change, several)}`);
    return lines.length === 0 ? [] : [`### ${heading}\n\n${lines.join("\n")}\n`];
  });
  return sections.join("\n");
}

function lineOf(change: Change, several: boolean): string {
  const { product, operation, breaks, why } = change;
  const owner = [
    ...(several || operation === undefined ? [textOf(product)] : []),
    ...(operation === undefined ? [] : [codeOf(operation)]),
  ].join(" ");
  const { side, path } = change;
  const subject = subjectOf(change) === "" ? "" : ` ${side ?? ""} ${codeOf(path ?? "")}`;
  const note = breaks.length === 0 ? "" : ` ${textOf(why)}`;
  return `${owner}${subject}: ${textOf(sentenceOf(change))}.${note}`;
}

function textOf(text: string): string {
  return markdownText(visible(text));
}

function codeOf(text: string): string {
  return markdownCode(visible(text));
}
