import type { Page } from "../../page/page.ts";
import { readText } from "../../markdown/read-prose.ts";
import { sampleShape } from "../nesting/sample-shape.ts";
import { readAnswers } from "../samples/read-answers.ts";
import { readIdentity } from "./identify.ts";
import type { RankedEvidence } from "./page-evidence.ts";

/** What other pages can learn from a page. */
export function gatherEvidence(page: Page, file: string): RankedEvidence {
  const { product, version, action } = readIdentity(page);
  const answer = action === undefined ? undefined : sampleShape(readAnswers(page, action));
  return {
    file,
    generation: pageGeneration(page),
    names: hashText(namesOf(page)),
    outline: page.outline,
    ...(product === undefined ? {} : { product }),
    ...(version === undefined ? {} : { version }),
    ...(action === undefined ? {} : { action }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** The names in the tables of a page, whatever their order. */
function namesOf({ request, response, types, errors }: Page): string {
  const names = [request, response, types, errors].map((rows) =>
    [...new Set(rows.map(({ key }) => readText(key)))].sort().join("\n"),
  );
  return names.join("\n\n");
}

/**
 * How new a page's style is, from 0 on. Pages bear no dates, but their styles follow each other: the oldest
 * have anchors in their headings, `{#section_1 .section}`, later ones link to the API explorer, too, and the
 * newest only link.
 */
function pageGeneration({ source, links }: Page): number {
  const isAnchored = /^#{1,6}[ \t].*\{[ \t]*[#.]/m.test(source.text);
  return (isAnchored ? 0 : 2) + (links.length > 0 ? 1 : 0);
}

/** A number for a text, by FNV-1a over its UTF-16 code units: texts with two numbers are two texts. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
