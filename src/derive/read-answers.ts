import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import { isAnswer } from "./is-answer.ts";
import { readSampleValue } from "./read-sample-value.ts";

/** A sample answer as a value. */
export interface Answer {
  readonly notation: "json" | "xml";
  readonly value: unknown;
  /** The text was broken, so it may be only a part of an answer. */
  readonly mended: boolean;
}

/** What has been read already: it is evidence for other pages first, and for the page itself later. */
const known = new WeakMap<Page, readonly Answer[]>();

/** The sample answers of a page, which documents `action`, that are those of a call that went well. */
export function readAnswers(page: Page, action: string): readonly Answer[] {
  const answers = known.get(page) ?? readAnew(page, action);
  known.set(page, answers);
  return answers;
}

function readAnew(page: Page, action: string): Answer[] {
  const names = new Set([...page.response, ...page.types].map(({ key }) => readText(key)));
  return page.samples.flatMap((sample) => {
    if (sample.kind === "request") return [];
    const read = readSampleValue(sample, action);
    return read === undefined || !isAnswer(read.value, names)
      ? []
      : [{ notation: sample.kind, ...read }];
  });
}
