import type { Change, Level } from "./change.ts";
import { sentenceOf } from "./sentence-of.ts";
import { subjectOf } from "./subject-of.ts";

const headings: readonly (readonly [Exclude<Level, "none">, string])[] = [
  ["major", "Breaking changes"],
  ["minor", "Added"],
  ["patch", "Changed in the documentation"],
];

/** Changes as an entry of a changelog, the gravest first; empty where there are none. */
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
    ...(several || operation === undefined ? [product] : []),
    ...(operation === undefined ? [] : [`\`${operation}\``]),
  ].join(" ");
  const { side, path } = change;
  const subject = subjectOf(change) === "" ? "" : ` ${side ?? ""} \`${path ?? ""}\``;
  const note = breaks.length === 0 ? "" : ` ${why}`;
  return `${owner}${subject}: ${escape(sentenceOf(change))}.${note}`;
}

/** Text of a page in Markdown: as it is, whatever marks it has. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|#]/g, "\\$&").replaceAll(/\s+/g, " ");
}
