import type { ScalarShape } from "../spec/operation.ts";
import { whyUnchecked } from "../spec/why-unchecked.ts";
import { isWiderPattern } from "./is-wider-pattern.ts";
import { limitChange } from "./limit-change.ts";
import type { MemberChange, Pair } from "./pair.ts";
import { saysPattern } from "./says-pattern.ts";

/** Changes of the form of a text. */
export function comparePatterns(pair: Pair<ScalarShape>): MemberChange[] {
  const [old, now] = [pair.old.pattern?.value, pair.new.pattern?.value];
  if (old === now) return [];
  const wasHeld = old !== undefined && whyUnchecked(old, pair.old.length) === undefined;
  const isHeld = now !== undefined && whyUnchecked(now, pair.new.length) === undefined;
  const narrows = isHeld && !(wasHeld && isWiderPattern(old, now));
  const wasStated = old === undefined && now !== undefined && saysPattern(pair.oldText, now);
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
