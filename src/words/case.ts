import { split, splitSeparateNumbers } from "change-case";

/** Splits a name into words in lower case: `DBInstanceIds` → `db`, `instance`, `ids`. */
export function splitWords(name: string): string[] {
  return split(name).map((word) => word.toLowerCase());
}

/**
 * `PortConflict.Listener` → `PortConflictListener`. Capitals inside words stay.
 *
 * An underscore separates numbers: `5.6` → `_5_6`.
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

/** `CreateListener` → `create-listener`. Numbers are separate words. */
export function kebabCase(text: string): string {
  return splitSeparateNumbers(text).join("-").toLowerCase();
}
