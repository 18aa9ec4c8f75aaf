import type { Page } from "../../page/page.ts";
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
    ...(product === undefined ? {} : { product }),
    ...(version === undefined ? {} : { version }),
    ...(action === undefined ? {} : { action }),
    ...(answer === undefined ? {} : { answer }),
  };
}
