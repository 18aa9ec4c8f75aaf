import { diffArrays, type StructuredPatchHunk } from "diff";

/** Lines around each change. */
const CONTEXT = 3;

/** Maximum number of edits searched between two unique lines; the time is quadratic in it. */
const MOST = 100;

/**
 * Computes the hunks of a unified diff, in time linear in the length of the texts.
 *
 * Lines that occur once in both texts are paired. The lines between pairs are compared, or replaced as a
 * whole where they have too many edits.
 */
export function findHunks(old: string, now: string): StructuredPatchHunk[] {
  const [before, after] = [linesOf(old), linesOf(now)];
  const lines: string[] = [];
  let [from, to] = [0, 0];
  for (const [at, other] of [...pairLines(before, after), [before.length, after.length] as const]) {
    for (const line of compare(before.slice(from, at), after.slice(to, other))) lines.push(line);
    if (at < before.length) lines.push(` ${before[at] ?? ""}`);
    [from, to] = [at + 1, other + 1];
  }
  return cutHunks(lines);
}

/** The lines of a text. A last line without a line end is marked as `patch` expects. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return last === "" ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

/** Pairs of equal lines in the order of both texts: common start, common end and unique lines. */
function pairLines(
  before: readonly string[],
  after: readonly string[],
): (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end += 1;
  }
  const unique = uniqueLines(after.slice(start, after.length - end));
  const pairs: [number, number][] = [];
  for (const [line, at] of uniqueLines(before.slice(start, before.length - end))) {
    const other = at === undefined ? undefined : unique.get(line);
    if (at !== undefined && other !== undefined) pairs.push([start + at, start + other]);
  }
  const range = (length: number, first: number, other: number) =>
    Array.from({ length }, (_, index) => [first + index, other + index] as const);
  return [
    ...range(start, 0, 0),
    ...longestRun(pairs),
    ...range(end, before.length - end, after.length - end),
  ];
}

/** The index of each line; `undefined` for lines that occur more than once. */
function uniqueLines(lines: readonly string[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [index, line] of lines.entries()) {
    places.set(line, places.has(line) ? undefined : index);
  }
  return places;
}

/** The longest run of pairs whose second numbers also increase, by patience sorting. */
function longestRun(pairs: readonly [number, number][]): (readonly [number, number])[] {
  /** For each length, the last pair of the best run, and for each pair its predecessor. */
  const ends: number[] = [];
  const earlier: (number | undefined)[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    earlier.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = index;
  }
  const run: [number, number][] = [];
  for (let at = ends.at(-1); at !== undefined; at = earlier[at]) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

function compare(before: string[], after: string[]): string[] {
  const removed = before.map((line) => `-${line}`);
  const added = after.map((line) => `+${line}`);
  if (before.length === 0 || after.length === 0) return [...removed, ...added];
  const parts = diffArrays(before, after, { maxEditLength: MOST });
  return (
    parts?.flatMap(({ value, removed, added }) =>
      value.map((line) => `${removed ? "-" : added ? "+" : " "}${line}`),
    ) ?? [...removed, ...added]
  );
}

/** Cuts marked lines into hunks: changes with the lines around them. */
function cutHunks(lines: readonly string[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let [oldLine, newLine] = [1, 1];
  let hunk: StructuredPatchHunk | undefined;
  let same: string[] = [];
  for (const line of lines) {
    const mark = line.charAt(0);
    if (mark === " ") same.push(line);
    else {
      if (hunk === undefined || same.length > 2 * CONTEXT) {
        hunk?.lines.push(...same.slice(0, CONTEXT));
        const around = same.slice(-CONTEXT);
        const [oldStart, newStart] = [oldLine - around.length, newLine - around.length];
        hunk = { oldStart, newStart, oldLines: 0, newLines: 0, lines: around };
        hunks.push(hunk);
      } else hunk.lines.push(...same);
      same = [];
      hunk.lines.push(line);
    }
    if (mark !== "+") oldLine += 1;
    if (mark !== "-") newLine += 1;
  }
  hunk?.lines.push(...same.slice(0, CONTEXT));
  return hunks.map((one) => {
    const count = (other: string) => one.lines.filter((line) => !line.startsWith(other)).length;
    const [oldLines, newLines] = [count("+"), count("-")];
    return {
      ...one,
      oldLines,
      newLines,
      lines: one.lines.flatMap((line) => line.split("\n")),
    };
  });
}
