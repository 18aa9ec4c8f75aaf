/**
 * Whether every text that matched one regular expression matches another: as far as both are one class of
 * characters after the other, in the same order, which is how pages describe names. What is not known to
 * be wider is taken to be narrower.
 */
export function isWiderPattern(before: string, after: string): boolean {
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
