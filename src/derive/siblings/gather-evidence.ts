import type { Page } from "../../page/page.ts";
import { readText } from "../../markdown/read-prose.ts";
import { hashText } from "../../text/hash-text.ts";
import { readIdentity } from "../identify.ts";
import { sampleShape } from "../nesting/sample-shape.ts";
import { readAnswers } from "../read-answers.ts";
import type { RankedEvidence } from "./page-evidence.ts";
import { pageGeneration } from "./page-generation.ts";

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
