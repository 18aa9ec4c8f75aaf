/**
 * Returns a text on one line, with invisible characters escaped.
 *
 * Tabs and line ends become spaces. Other invisible characters become their code point, as in `<U+200B>`,
 * so page text cannot control a terminal.
 */
export function visible(text: string): string {
  return showInvisible(text.replaceAll(/[\t\n\r]/g, " "));
}

/** Replaces each invisible character by its code point, as in `<U+200B>`. Tabs and line ends stay. */
export function showInvisible(text: string): string {
  if (harmless.test(text)) return text;
  return text.replaceAll(invisible, (found, emoji: string | undefined) =>
    emoji === undefined ? Array.from(found, codePointOf).join("") : found,
  );
}

/** Removes the invisible characters of a text. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisible, "$1");
}

/** A fast path that matches most texts: printable ASCII, Chinese characters and their punctuation. */
const harmless = /^[\t\n\r -~\u2010-\u2027\u3001\u3002\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

/**
 * Characters without a glyph of their own, outside emoji.
 *
 * These are controls, formats, surrogates, private and unassigned characters, blanks other than a space,
 * default-ignorable characters, and marks without a base character. Two blank symbols, of Braille and of
 * music, have no property that says so.
 */
const invisible = new RegExp(
  String.raw`(\p{RGI_Emoji})|[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]--[\t\n\r ]]|(?<![\p{L}\p{N}\p{M}\p{S}])\p{M}+`,
  "gv",
);

function codePointOf(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `<U+${number.toString(16).toUpperCase().padStart(4, "0")}>`;
}
