const longest = 4096;
const mark = " [cut]";
// Controls, formats, halves of characters, blanks but the space, and what else has no shape: two symbols have
// no property that says so.
const unsafe = /(?! )[\p{C}\p{Z}\p{DI}\u2800\u{1d159}]/u;

/**
 * Makes a text of others fit to be shown: at most 4,096 characters of it, and of what a terminal obeys or
 * nobody sees, the numbers. To clean a text twice changes nothing.
 */
export function cleanText(text: string): string {
  // A copy: a part of a text keeps all of it in memory.
  const clean = Array.from(text.slice(0, longest), escape).join("");
  if (text.length <= longest && clean.length <= longest) return clean;
  return clean.slice(0, longest - mark.length).replace(/[\ud800-\udbff]$/, "") + mark;
}

function escape(character: string): string {
  if (!unsafe.test(character)) return character;
  const json = JSON.stringify(character).slice(1, -1);
  return json === character ? `\\u{${character.codePointAt(0)?.toString(16)}}` : json;
}
