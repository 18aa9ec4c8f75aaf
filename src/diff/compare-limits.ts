import type { Bounds, ScalarShape } from "../spec/operation.ts";
import { whyUnchecked } from "../spec/why-unchecked.ts";
import { mentionsBounds, mentionsPattern } from "./mentions.ts";
import { placeOf, type MemberChange, type Pair } from "./pair.ts";
import { showBounds } from "./show.ts";

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
      : now !== undefined && mentionsBounds(oldText, now)
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

/** Changes of the form of a text. */
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
 * Whether every text that matched one regular expression matches another: as far as both are one class of
 * characters after the other, in the same order, which is how pages describe names. What is not known to
 * be wider is taken to be narrower.
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
  /** What texts must not begin with. */
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
    // Whether a text may be empty is said by its length.
    classes: classes.map(([, text = "", times]) => ({ text, repeats: times !== "" })),
  };
}

/** Whether a class of characters has all that another one has. */
function isWiderClass(before: string, after: string): boolean {
  if (before === after) return true;
  const [old, now] = [new RegExp(before, "u"), new RegExp(after, "u")];
  for (let code = 0; code < PLANE; code += 1) {
    const character = String.fromCharCode(code);
    if (old.test(character) && !now.test(character)) return false;
  }
  return true;
}

/** Characters of the basic multilingual plane: what pages write classes of. */
const PLANE = 0x10000;

/** What a new limit does to requests; `stated`: the old page had it, in words that were not read. */
type LimitEffect = "wider" | "narrower" | "stated";

/** A limit holds requests alone; in an answer it is a sentence in the documentation. */
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
