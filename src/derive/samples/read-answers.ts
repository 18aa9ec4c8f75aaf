import { readText } from "../../markdown/read-prose.ts";
import type { Page } from "../../page/page.ts";
import { remember } from "../../text/remember.ts";
import { readSampleValue } from "./read-sample-value.ts";

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

/** The members of an answer that tells of an error. */
const errorMembers = [
  ["Code", "Message"],
  ["Code", "HostId"],
  ["Message", "HostId"],
];

/** The names of which `isAnswer` has to know whether the table has them. */
const errorNames: ReadonlySet<string> = new Set(["Error", ...errorMembers.flat()]);

/** Whether a sample shows the answer that the table describes, not that of an error. */
function isAnswer(sample: unknown, names: ReadonlySet<string>): boolean {
  if (typeof sample !== "object" || sample === null) return false;
  const keys = new Set(Object.keys(sample).map((key) => key.trim()));
  if (keys.size === 1 && keys.has("Error") && !names.has("Error")) return false;
  const told = errorMembers.some((members) =>
    members.every((name) => keys.has(name) && !names.has(name)),
  );
  return keys.size > 0 && !told;
}
