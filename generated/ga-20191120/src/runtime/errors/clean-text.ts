const longest = 4096;
const mark = " [cut]";
// Control and format characters, lone surrogates, white space but the space, and invisible symbols.
// Two of these have no Unicode property of their own.
const unsafe = /(?! )[\p{C}\p{Z}\p{DI}\u2800\u{1d159}]/u;

/**
 * Makes a foreign text safe to show: at most 4,096 characters, with invisible and control
 * characters escaped. Applying it twice changes nothing.
 */
export function cleanText(text: string): string {
  // Copies the text, because a substring would keep the whole text in memory.
  const clean = Array.from(text.slice(0, longest), escape).join("");
  if (text.length <= longest && clean.length <= longest) return clean;
  return clean.slice(0, longest - mark.length).replace(/[\ud800-\udbff]$/, "") + mark;
}

function escape(character: string): string {
  if (!unsafe.test(character)) return character;
  const json = JSON.stringify(character).slice(1, -1);
  return json === character ? `\\u{${character.codePointAt(0)?.toString(16)}}` : json;
}
