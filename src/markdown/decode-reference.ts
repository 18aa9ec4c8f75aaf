import { decodeNamedCharacterReference } from "decode-named-character-reference";

const shape = /&(?:#[xX]([0-9A-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{0,30}));/y;

/** The character reference that begins at an index, such as `&lt;`, and what it stands for. */
export function decodeReference(
  content: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  shape.lastIndex = at;
  const [found, hexadecimal, decimal, name] = shape.exec(content) ?? [];
  if (found === undefined) return undefined;
  const text =
    name === undefined
      ? characterOf(
          Number.parseInt(hexadecimal ?? decimal ?? "", hexadecimal === undefined ? 10 : 16),
        )
      : decodeNamedCharacterReference(name);
  return text === false ? undefined : { text, end: at + found.length };
}

/** What cannot stand in a text becomes the replacement character. */
function characterOf(code: number): string {
  if (code > 0x10ffff) return "\uFFFD";
  const character = String.fromCodePoint(code);
  return /[^\P{Cc}\t\n\f\r]|\p{Cs}|\p{Noncharacter_Code_Point}/u.test(character)
    ? "\uFFFD"
    : character;
}
