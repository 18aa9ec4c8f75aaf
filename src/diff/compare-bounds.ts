import type { Bounds } from "../spec/operation.ts";
import { limitChange } from "./limit-change.ts";
import type { MemberChange, Pair } from "./pair.ts";
import { saysBounds } from "./says-bounds.ts";
import { showBounds } from "./show-bounds.ts";

/** What bounds are of, and what they count. */
const nouns = { length: " characters", range: "", count: " items" } as const;

/** Changes of the bounds of a value, a text or a list. `listed` are the values that were listed before. */
export function compareBounds(
  key: "length" | "range" | "count",
  pair: Pair<Bounds | undefined>,
  listed: readonly string[] = [],
): MemberChange[] {
  const { old, new: now, oldText } = pair;
  if (old?.min === now?.min && old?.max === now?.max) return [];
  const shown = (bounds: Bounds | undefined) => bounds && `${showBounds(bounds)}${nouns[key]}`;
  const holds = listed.length > 0 && listed.every((value) => isWithin(Number(value), now));
  const effect =
    !isNarrower(old, now) || (old === undefined && holds)
      ? "wider"
      : now !== undefined && saysBounds(oldText, now)
        ? "stated"
        : "narrower";
  return [limitChange(key, { ...pair, old: shown(old), new: shown(now) }, effect)];
}

/**
 * Whether bounds keep out what others let in. That there is at least one, or none, goes without saying
 * where only a maximum is stated, so saying it is nothing new.
 */
function isNarrower(old: Bounds | undefined, now: Bounds | undefined): boolean {
  const least = old?.min ?? (now?.min === 0 || now?.min === 1 ? now.min : -Infinity);
  return (now?.min ?? -Infinity) > least || (now?.max ?? Infinity) < (old?.max ?? Infinity);
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: Bounds = {}): boolean {
  return value >= min && value <= max;
}
