/**
 * Text of a page in one line, with every character shown that a reader would not see: tabs and line ends
 * become spaces, all else gets its code point, as in `<U+200B>`. Nothing in it commands a terminal.
 */
export function visible(text: string): string {
  return showInvisible(text.replaceAll(/[\t\n\r]/g, " "));
}

/** Shows each invisible character by its code point, as in `<U+200B>`. Tabs and line ends stay. */
export function showInvisible(text: string): string {
  if (harmless.test(text)) return text;
  return text.replaceAll(invisible, (found, emoji: string | undefined) =>
    emoji === undefined ? Array.from(found, codePointOf).join("") : found,
  );
}

/** A text without its invisible characters: what it looks like. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisible, "$1");
}

/** Most texts: signs of ASCII, Chinese characters and their punctuation. */
const harmless = /^[\t\n\r -~\u2010-\u2027\u3001\u3002\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

/**
 * Characters without a shape of their own: controls, formats, halves of characters, private and unassigned
 * ones, blanks other than a space, ignored ones, and marks without a letter to stand on. Inside an emoji some
 * of them have a shape. Two blank symbols, of Braille and of music, have no property that says so.
 */
const invisible = new RegExp(
  String.raw`(\p{RGI_Emoji})|[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]--[\t\n\r ]]|(?<![\p{L}\p{N}\p{M}\p{S}])\p{M}+`,
  "gv",
);

function codePointOf(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `<U+${number.toString(16).toUpperCase().padStart(4, "0")}>`;
}
