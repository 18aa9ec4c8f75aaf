import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../text/limits.ts";
import type { SampleBlock } from "./page.ts";

/** Whether a sample is no deeper than samples may be; one that is deeper is reported at its deepest place. */
export function isWithinLimits(sample: SampleBlock, limits: Limits, report: Report): boolean {
  const { levels: found, at } = countLevels(sample);
  const { sampleNesting: allowed } = limits;
  if (found <= allowed) return true;
  const start = sample.body.span.start + at;
  report("limit/sample-nesting", { start, end: start + 1 }, { found, allowed });
  return false;
}

/** How deep the lists, objects or elements of a sample lie in each other, and where the deepest begins. */
interface Levels {
  readonly levels: number;
  readonly at: number;
}

/** Counts the levels of a sample, whole or not. */
function countLevels({ kind, body }: SampleBlock): Levels {
  return deepest(kind === "xml" ? elementSteps(body.text) : bracketSteps(body.text));
}

/** Something that opens a level, or closes one, and its place. */
type Step = readonly [by: 1 | -1, at: number];

function deepest(steps: Iterable<Step>): Levels {
  let found: Levels = { levels: 0, at: 0 };
  let open = 0;
  for (const [by, at] of steps) {
    open = Math.max(0, open + by);
    if (open > found.levels) found = { levels: open, at };
  }
  return found;
}

/** The brackets of JSON, but for those in its strings. */
function* bracketSteps(text: string): Generator<Step> {
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") yield [1, at];
    else if (character === "]" || character === "}") yield [-1, at];
  }
}

/** The end of a string in JSON; one that does not end in its line is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') return at;
    else if (character === "\n") return start;
  }
  return start;
}

/** The tags of XML. An element that does not close goes on to the end, as its readers have it. */
function* elementSteps(text: string): Generator<Step> {
  let at = text.indexOf("<");
  while (at !== -1) {
    const behind = text.indexOf(text.startsWith("<!--", at) ? "-->" : ">", at);
    // What has no end opens an element for no reader.
    if (behind === -1) return;
    const next = text.charAt(at + 1);
    if (next === "/") yield [-1, at];
    else if (next !== "?" && next !== "!" && text.charAt(behind - 1) !== "/") yield [1, at];
    at = text.indexOf("<", behind);
  }
}
