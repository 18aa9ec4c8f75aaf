import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../text/limits.ts";
import type { SampleBlock } from "./page.ts";

/** Returns false for a sample that exceeds the nesting limit, and reports it at its deepest place. */
export function isWithinLimits(sample: SampleBlock, limits: Limits, report: Report): boolean {
  const { levels: found, at } = countLevels(sample);
  const { sampleNesting: allowed } = limits;
  if (found <= allowed) return true;
  const start = sample.body.span.start + at;
  report("limit/sample-nesting", { start, end: start + 1 }, { found, allowed });
  return false;
}

/** The nesting depth of a sample, and the offset of its deepest place. */
interface Levels {
  readonly levels: number;
  readonly at: number;
}

/** Counts the nesting levels of a sample, even an incomplete one. */
function countLevels({ kind, body }: SampleBlock): Levels {
  return deepest(kind === "xml" ? elementSteps(body.text) : bracketSteps(body.text));
}

/** The start or end of a nesting level, and its offset. */
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

/** The brackets of JSON outside its strings. */
function* bracketSteps(text: string): Generator<Step> {
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") yield [1, at];
    else if (character === "]" || character === "}") yield [-1, at];
  }
}

/** Returns the offset of a string's end in JSON; a string that does not end on its line is ignored. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') return at;
    else if (character === "\n") return start;
  }
  return start;
}

/** The tags of XML. An unclosed element extends to the end, as in the XML readers. */
function* elementSteps(text: string): Generator<Step> {
  let at = text.indexOf("<");
  while (at !== -1) {
    const behind = text.indexOf(text.startsWith("<!--", at) ? "-->" : ">", at);
    // An incomplete tag opens no element in any XML reader.
    if (behind === -1) return;
    const next = text.charAt(at + 1);
    if (next === "/") yield [-1, at];
    else if (next !== "?" && next !== "!" && text.charAt(behind - 1) !== "/") yield [1, at];
    at = text.indexOf("<", behind);
  }
}
