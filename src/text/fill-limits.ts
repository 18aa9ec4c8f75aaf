import { defaultLimits, limitFacts, type Limit, type Limits } from "./limits.ts";

/**
 * Fills in the limits that are not given. Throws a `RangeError` for one that is no whole number or more than
 * can be asked for: only a program can give one, for flags and configurations are checked before.
 */
export function fillLimits(given: Partial<Limits> = {}): Limits {
  const stated = Object.entries<number | undefined>(given).filter(
    ([, value]) => value !== undefined,
  );
  for (const [limit, value] of stated) {
    const facts = Object.hasOwn(limitFacts, limit) ? limitFacts[limit as Limit] : undefined;
    if (facts === undefined) throw new RangeError(`there is no limit "${limit}"`);
    if (value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= facts.most)
      continue;
    throw new RangeError(`limits.${limit} is a whole number up to ${facts.most}, not ${value}`);
  }
  return { ...defaultLimits, ...Object.fromEntries(stated) };
}
