import type { Bounds } from "./operation.ts";

/** Ways through a text that are tried within a fraction of a second. */
const affordable = 1e7;

/** Characters of a text of which no page says how long it may be. */
export const presumed = 10_000;

/**
 * Why values are not held against a pattern before they are sent, if they are not: "because …".
 * Patterns come from pages, and values from who knows where: none may stop a program from loading, or
 * keep it busy.
 *
 * @param length of the texts that are held against it; others never are
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

/** Parts of a regular expression that is one. Groups that have names or flags are left as `(?`. */
const token =
  /\\(?:[pPu]\{[\w=]*\}|\d+|[^])|\[(?:\\[^]|[^\]\\])*(?:\]|$)|\((?:\?(?:[:=!]|<[=!])?)?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;

/** At most how many ways there are to match a text, of which all are tried where none does. */
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
      // What looks ahead from the beginning is tried once, and never again.
      if (depth === 0 && ways === 1 && /^\(\?<?[=!]/.test(atom)) aside += inside;
      else ways *= again === undefined ? inside : repeat(inside, again, longest);
      if (again !== undefined) at += 1;
    }
    return sum + ways;
  }

  function ofAtom(atom: string, depth: number): number {
    // What was matched before may be of any length.
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

/** Whether a text is a regular expression of ECMAScript, with the `u` flag. */
export function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
