import { split, splitSeparateNumbers } from "change-case";

/** The words of a name, in small letters: `DBInstanceIds` → `db`, `instance`, `ids`. */
export function splitWords(name: string): string[] {
  return split(name).map((word) => word.toLowerCase());
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
  const [first = ""] = splitSeparateNumbers(name);
  return name.startsWith(first) ? first.toLowerCase() + name.slice(first.length) : name;
}

/** `CreateListener` → `create-listener`. Numbers are words of their own. */
export function kebabCase(text: string): string {
  return splitSeparateNumbers(text).join("-").toLowerCase();
}
