/** What stands between two equal runs of backticks. */
export interface CodeSpan {
  readonly start: number;
  readonly end: number;
  /** Behind the closing run. */
  readonly next: number;
}

/**
 * Finds code in a paragraph's content, asked for one run of backticks after the other. All runs are
 * looked up at the start, so that many of different lengths cost no more than few.
 */
export function findCode(content: string): (at: number, length: number) => CodeSpan | undefined {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of content.matchAll(/`+/g)) {
    const alike = runs.get(run.length);
    if (alike === undefined) runs.set(run.length, [index]);
    else alike.push(index);
  }
  for (const alike of runs.values()) alike.reverse();
  return (at, length) => {
    const alike = runs.get(length) ?? [];
    while ((alike.at(-1) ?? Infinity) <= at) alike.pop();
    const end = alike.at(-1);
    if (end === undefined) return undefined;
    const inside = { start: at + length, end };
    const padded = /^[ \n][^]*[ \n]$/.test(content.slice(inside.start, end));
    if (padded && /[^ \n]/.test(content.slice(inside.start, end))) {
      inside.start += 1;
      inside.end -= 1;
    }
    return { ...inside, next: end + length };
  };
}
