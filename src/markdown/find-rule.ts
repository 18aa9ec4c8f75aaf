import type { LineCursor } from "./line-cursor.ts";

/**
 * Tells whether the rest of a line is a rule, such as `* * *`. A line of list marks asks this at each of
 * them, so where anything else stands is looked for once.
 */
export function findRule({ text, end }: LineCursor): (from: number) => boolean {
  const starts = new Map<string, number>();
  return (from) => {
    const mark = text.charAt(from);
    if (mark !== "*" && mark !== "-" && mark !== "_") return false;
    const start = starts.get(mark) ?? startOf(mark);
    starts.set(mark, start);
    return start <= from && /^(?:[^ \t][ \t]*){3}/.test(text.slice(from, end));
  };

  /** From where on there is nothing but this mark and blanks. */
  function startOf(mark: string): number {
    let at = end;
    while (at > 0 && [mark, " ", "\t"].includes(text.charAt(at - 1))) at -= 1;
    return at;
  }
}
