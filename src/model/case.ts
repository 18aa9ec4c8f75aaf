/** The words of a wire name, a code or a value: `PortConflict.Listener` → Port, Conflict, Listener. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/**
 * `PortConflict.Listener` → `PortConflictListener`; capitals inside words stay as they are, and so do
 * the bounds of numbers: `5.6` → `_5_6`.
 */
export function pascalCase(text: string): string {
  const joined = text
    .replaceAll(/(\d)[^A-Za-z0-9]+(?=\d)/g, "$1_")
    .split(/[^A-Za-z0-9_]+|(?<!\d)_+|_+(?!\d)/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** `CreateListener` → `createListener`, `DNSQuery` → `dnsQuery`. */
export function camelCase(text: string): string {
  const name = pascalCase(text);
  const [first = ""] = wordsOf(name);
  return name.startsWith(first) ? first.toLowerCase() + name.slice(first.length) : name;
}

/** `CreateListener` → `create-listener`. */
export function kebabCase(text: string): string {
  return wordsOf(text).join("-").toLowerCase();
}

/** An item's name from its list's: `PortRanges` → `PortRange`, `Policies` → `Policy`. */
export function singular(name: string): string {
  if (/(?:ss|us|is|news|data|series)$/i.test(name)) return name;
  if (/[^aeiou]ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(?:ch|sh|x|ss)es$/i.test(name)) return name.replace(/es$/i, "");
  return name.replace(/([A-Za-z])s$/, "$1");
}
