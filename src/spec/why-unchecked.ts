import type { Bounds } from "./operation.ts";

/** Maximum number of matching attempts, which takes a fraction of a second. */
const affordable = 1e7;

/** Assumed maximum length of strings without a documented one, in characters. */
export const presumed = 10_000;

/**
 * Returns the reason why values are not checked against a pattern before sending, or `undefined`.
 *
 * Patterns come from pages, and values from any source. Neither may prevent a program from loading or
 * keep it busy.
 *
 * @param length Bounds of the strings that are checked; other strings never are.
 */
export function whyUnchecked(
  pattern: string,
  { max: longest = presumed }: Bounds = {},
): string | undefined {
  if (!isRegularExpression(pattern)) return "it is no regular expression";
  const tokens = pattern.match(token) ?? [];
  if (tokens.some((one) => one === "(?" || one.startsWith("\\k"))) {
    return "not every engine knows what it uses";
  }
  return countWays(tokens, longest) > affordable ? "that could take long" : undefined;
}

/** Tokens of a valid regular expression. Groups with names or flags yield the token `(?`. */
const token =
  /\\(?:[pPu]\{[\w=]*\}|\d+|[^])|\[(?:\\[^]|[^\]\\])*(?:\]|$)|\((?:\?(?:[:=!]|<[=!])?)?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;

/** An upper bound of the attempts to match a string that does not match. */
function countWays(tokens: readonly string[], longest: number): number {
  let at = 0;
  let aside = 0;
  return ofAlternatives(0) + aside;

  function ofAlternatives(depth: number): number {
    let sum = 0;
    let ways = 1;
    for (; at < tokens.length && tokens[at] !== ")"; at += 1) {
      const atom = tokens[at] ?? "";
      if (atom === "|") {
        sum += ways;
        ways = 1;
        continue;
      }
      const inside = ofAtom(atom, depth);
      const again = readQuantifier(tokens[at + 1]);
      // A lookahead at the start is tried only once.
      if (depth === 0 && ways === 1 && /^\(\?<?[=!]/.test(atom)) aside += inside;
      else ways *= again === undefined ? inside : repeat(inside, again, longest);
      if (again !== undefined) at += 1;
    }
    return sum + ways;
  }

  function ofAtom(atom: string, depth: number): number {
    // A backreference may be of any length.
    if (/^\\[1-9]/.test(atom)) return longest;
    if (!atom.startsWith("(")) return 1;
    at += 1;
    return ofAlternatives(depth + 1);
  }
}

interface Quantifier {
  readonly min: number;
  readonly max: number;
}

function readQuantifier(text = ""): Quantifier | undefined {
  const [, sign, least, comma = "", most = ""] =
    /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})/.exec(text) ?? [];
  if (sign !== undefined) return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Infinity };
  if (least === undefined) return undefined;
  const min = Number(least);
  if (comma === "") return { min, max: min };
  return { min, max: most === "" ? Infinity : Number(most) };
}

function repeat(inside: number, { min, max }: Quantifier, longest: number): number {
  const most = Math.min(max, longest);
  const counts = Math.max(most - min, 0) + 1;
  return inside === 1 ? counts : inside ** most * counts;
}

/** Returns true for a valid ECMAScript regular expression with the `u` flag. */
export function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
