import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code } from "../diagnostics/registry.ts";

/** Findings of one rule that are kept: on one page, and on all of them. */
export interface FindingLimits {
  readonly perPage: number;
  readonly inAll: number;
}

/** More than people read; each finding holds its texts and its places until all are printed. */
const usual: FindingLimits = { perPage: 1000, inAll: 20_000 };

/**
 * Bounds the findings that are held, rule by rule. The last finding of a rule that is full on a page says how
 * many more the page has.
 *
 * @returns A function that takes all findings of one page and returns those to keep.
 */
export function boundFindings({ perPage, inAll }: FindingLimits = usual) {
  const kept = new Map<Code, number>();
  return (found: readonly Diagnostic[]): Diagnostic[] => {
    const onPage = new Map<Code, number>();
    const firstOmitted = new Map<Code, Diagnostic>();
    const shown = found.filter((one) => {
      const [here, before] = [onPage.get(one.code) ?? 0, kept.get(one.code) ?? 0];
      onPage.set(one.code, here + 1);
      const fits = firstOmitted.get(one.code) === undefined && here < perPage && before < inAll;
      if (fits) kept.set(one.code, before + 1);
      else if (!firstOmitted.has(one.code)) firstOmitted.set(one.code, one);
      return fits;
    });
    const keptHere = countByCode(shown);
    for (const [code, { severity, source, span }] of firstOmitted) {
      const omitted = (onPage.get(code) ?? 0) - (keptHere.get(code) ?? 0);
      const message = `${omitted} more findings of this rule on this page, from here on, are not shown. Correct those that are, then run it again.`;
      shown.push({ code, severity, message, source, span, omitted });
    }
    return shown;
  };
}

/** The number of findings of each code; one that stands for others counts as many. */
export function countByCode(found: readonly Diagnostic[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const { code, omitted = 1 } of found) counts.set(code, (counts.get(code) ?? 0) + omitted);
  return counts;
}
