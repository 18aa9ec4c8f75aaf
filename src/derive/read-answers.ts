import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import { errorNames, isAnswer } from "./is-answer.ts";
import { readSampleValue } from "./read-sample-value.ts";
import { remember } from "../text/remember.ts";

/** A sample answer as a value. */
export interface Answer {
  readonly notation: "json" | "xml";
  readonly value: unknown;
  /** The text was broken, so it may be only a part of an answer. */
  readonly mended: boolean;
}

/**
 * The sample answers of a page, which documents `action`, that are those of a call that went well. The
 * pages of an operation in its languages mostly have the same samples; then the answers are the same too.
 */
export function readAnswers({ response, types, samples }: Page, action: string): readonly Answer[] {
  const shown = samples.filter(({ kind }) => kind !== "request");
  if (shown.length === 0) return [];
  const names = [...response, ...types]
    .map(({ key }) => readText(key))
    .filter((name) => errorNames.has(name));
  return readShown({ shown, action, names });
}

interface Shown {
  readonly shown: Page["samples"];
  readonly action: string;
  /** The names of rows that the answer of a failed call has too. */
  readonly names: readonly string[];
}

const readShown = remember(
  ({ shown, action, names }: Shown): readonly Answer[] =>
    shown.flatMap((sample) => {
      const read = readSampleValue(sample, action);
      return sample.kind === "request" ||
        read === undefined ||
        !isAnswer(read.value, new Set(names))
        ? []
        : [{ notation: sample.kind, ...read }];
    }),
  ({ shown, action, names }) =>
    [action, ...names, ...shown.flatMap(({ kind, body }) => [kind, body.text])].join("\n"),
  8_000_000,
);
