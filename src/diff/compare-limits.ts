import type { Bounds, ScalarShape } from "../spec/operation.ts";
import { whyUnchecked } from "../spec/why-unchecked.ts";
import { mentionsBounds, mentionsPattern } from "./mentions.ts";
import { placeOf, type MemberChange, type Pair } from "./pair.ts";
import { showBounds } from "./show.ts";

/** The units of bounds. */
const nouns = { length: " characters", range: "", count: " items" } as const;

/**
 * Returns the changes of bounds of a value, a text or a list. `listed` are the values that were
 * listed before.
 */
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
      : now !== undefined && mentionsBounds(oldText, now)
        ? "stated"
        : "narrower";
  return [limitChange(key, { ...pair, old: shown(old), new: shown(now) }, effect)];
}

/**
 * True if the new bounds exclude values of the old ones. A minimum of 0 or 1 added to a maximum is
 * implied, so it excludes none.
 */
function isNarrower(old: Bounds | undefined, now: Bounds | undefined): boolean {
  const least = old?.min ?? (now?.min === 0 || now?.min === 1 ? now.min : -Infinity);
  return (now?.min ?? -Infinity) > least || (now?.max ?? Infinity) < (old?.max ?? Infinity);
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: Bounds = {}): boolean {
  return value >= min && value <= max;
}

/** Returns the changes of a text's pattern. */
export function comparePatterns(pair: Pair<ScalarShape>): MemberChange[] {
  const [old, now] = [pair.old.pattern?.value, pair.new.pattern?.value];
  if (old === now) return [];
  const wasHeld = old !== undefined && whyUnchecked(old, pair.old.length) === undefined;
  const isHeld = now !== undefined && whyUnchecked(now, pair.new.length) === undefined;
  const narrows = isHeld && !(wasHeld && isWiderPattern(old, now));
  const wasStated = old === undefined && now !== undefined && mentionsPattern(pair.oldText, now);
  const effect = !narrows ? "wider" : wasStated ? "stated" : "narrower";
  const change = limitChange("pattern", { ...pair, old, new: now }, effect);
  if (wasHeld || isHeld) return [change];
  return [
    {
      ...change,
      level: "patch",
      breaks: [],
      why: "It is documentation: the package does not check it.",
    },
  ];
}

/**
 * True if each text that matched the old expression matches the new one. Only sequences of
 * character classes in the same order are compared, as pages describe names with them. Other
 * patterns count as narrower.
 */
function isWiderPattern(before: string, after: string): boolean {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old === undefined || now === undefined) return false;
  if (now.excluded.some((one) => !old.excluded.includes(one))) return false;
  if (old.classes.length !== now.classes.length) return false;
  return now.classes.every(({ text, repeats }, index) => {
    const other = old.classes[index];
    return other?.repeats === repeats && isWiderClass(other.text, text);
  });
}

interface Parts {
  /** The excluded prefixes. */
  readonly excluded: readonly string[];
  readonly classes: readonly { readonly text: string; readonly repeats: boolean }[];
}

function partsOf(pattern: string): Parts | undefined {
  if (!/^\^[^]*\$$/.test(pattern)) return undefined;
  const [heads = ""] = /^(?:\(\?![^()]*\))*/.exec(pattern.slice(1)) ?? [];
  const body = pattern.slice(1 + heads.length, -1);
  const classes = [...body.matchAll(/(\[(?:\\.|[^\]\\])+\])([*+]?)/gy)];
  const read = classes.reduce((length, [one]) => length + one.length, 0);
  if (classes.length === 0 || read < body.length) return undefined;
  const excluded = [...heads.matchAll(/\(\?!([^()]*)\)/g)].flatMap(([, words = ""]) =>
    words.split("|"),
  );
  return {
    excluded,
    // The length determines if the text may be empty.
    classes: classes.map(([, text = "", times]) => ({ text, repeats: times !== "" })),
  };
}

/** True if a character class contains another one. */
function isWiderClass(before: string, after: string): boolean {
  if (before === after) return true;
  const [old, now] = [new RegExp(before, "u"), new RegExp(after, "u")];
  for (let code = 0; code < PLANE; code += 1) {
    const character = String.fromCharCode(code);
    if (old.test(character) && !now.test(character)) return false;
  }
  return true;
}

/** The number of characters in the basic multilingual plane, which contains the classes of pages. */
const PLANE = 0x10000;

/**
 * The effect of a new limit on requests. `stated`: the old page had it in prose that was not
 * parsed.
 */
type LimitEffect = "wider" | "narrower" | "stated";

/**
 * Returns a change of a limit. Limits constrain only requests; in a response they are
 * documentation.
 */
function limitChange(
  key: string,
  pair: Pair<string | undefined>,
  effect: LimitEffect,
): MemberChange {
  const { side, old, new: now } = pair;
  const kind =
    old === undefined
      ? "limit-added"
      : now === undefined
        ? "limit-removed"
        : effect === "narrower"
          ? "limit-narrowed"
          : "limit-widened";
  const place = {
    ...placeOf(pair),
    ...(old === undefined ? {} : { before: `${key} ${old}` }),
    ...(now === undefined ? {} : { after: `${key} ${now}` }),
  };
  if (side === "response")
    return { kind, level: "patch", breaks: [], ...place, why: "Answers are not held to it." };
  switch (effect) {
    case "narrower": {
      const why = "Requests beyond it are refused before they are sent.";
      return { kind, level: "major", breaks: ["callers"], ...place, why };
    }
    case "stated": {
      const why =
        "The old page says so in other words; requests beyond it are now refused before they are sent.";
      return { kind, level: "minor", breaks: [], ...place, why };
    }
    case "wider":
      return { kind, level: "minor", breaks: [], ...place, why: "More requests are sent." };
  }
}
