/** A run of `*` or `_`, and the emphasis it forms. */
export interface MarkRun {
  readonly at: number;
  readonly length: number;
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Number of marks used at its end to open emphasis, and at its start to close it. */
  opening: number;
  closing: number;
  /** Strong ranges that start here, outermost last, and that end here, innermost first. */
  readonly starts: Strong[];
  readonly ends: Strong[];
}

/** A strong range: the same object marks its start and its end. */
export interface Strong {
  start: number;
}

/**
 * Pairs runs of marks as CommonMark does, in linear time.
 *
 * A closing run without a match records that, so that later runs of the same kind do not search again.
 */
export function pairEmphasis(runs: readonly MarkRun[]): void {
  const openers: MarkRun[] = [];
  const searched = new Map<string, number>();
  for (const run of runs) {
    const kind = `${run.mark}${run.opens}${run.length % 3}`;
    while (run.closes && leftOf(run) > 0) {
      const from = searched.get(kind) ?? 0;
      const found = openers.findLastIndex((opener) => opener.at < from || matches(opener, run));
      const opener = openers[found];
      if (opener === undefined || opener.at < from) {
        searched.set(kind, run.at);
        break;
      }
      openers.length = found + 1;
      pair(opener, run);
      if (leftOf(opener) === 0) openers.pop();
    }
    if (run.opens && leftOf(run) > 0) openers.push(run);
  }
}

function pair(opener: MarkRun, closer: MarkRun): void {
  const isStrong = leftOf(opener) >= 2 && leftOf(closer) >= 2;
  opener.opening += isStrong ? 2 : 1;
  closer.closing += isStrong ? 2 : 1;
  if (!isStrong) return;
  const strong = { start: 0 };
  opener.starts.push(strong);
  closer.ends.push(strong);
}

function leftOf({ length, opening, closing }: MarkRun): number {
  return length - opening - closing;
}

/** Runs that can open and close only pair where their lengths do not add up to a multiple of three. */
function matches(opener: MarkRun, closer: MarkRun): boolean {
  if (opener.mark !== closer.mark) return false;
  const either = opener.closes || closer.opens;
  const threes = (opener.length + closer.length) % 3 === 0;
  return !either || !threes || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
