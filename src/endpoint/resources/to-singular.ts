/** One of what an English word in small letters names: `policies` → `policy`, `status` → `status`. */
export function toSingular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 3) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
