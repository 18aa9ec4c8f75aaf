import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code } from "../diagnostics/registry.ts";

/** The maximum number of kept diagnostics of a rule: on one page, and in total. */
export interface FindingLimits {
  readonly perPage: number;
  readonly inAll: number;
}

/**
 * More than people read; each diagnostic keeps its texts and places in memory until all are
 * printed.
 */
const usual: FindingLimits = { perPage: 1000, inAll: 20_000 };

/**
 * Limits the number of kept diagnostics by rule. On a page above the limit, a rule's last
 * diagnostic states the number of omitted ones.
 *
 * @returns a function that takes the diagnostics of one page and returns those to keep
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

/** Counts diagnostics by code, omitted ones included. */
export function countByCode(found: readonly Diagnostic[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const { code, omitted = 1 } of found) counts.set(code, (counts.get(code) ?? 0) + omitted);
  return counts;
}
