import pluralize from "pluralize-esm";

/** Words in `s` that are singular or uncountable, from which the library would remove the `s`. */
const uncountable = new Set(
  [
    "axis bias ethics lens logistics physics species statis",
    "cors css dns hls https mqtts nfs ntfs rtmps sms tls",
    "bps cps fps gbps iops kbps mbps pps qps rps tps",
    "aws cas cms dds dms drds dts ecs ens gps iaas kms kubernetes mns mps nas ons ots paas",
    "postgres rds redis ros saas sls vps",
  ].flatMap((line) => line.split(" ")),
);

/** Patterns that correct the library: without them `caches` becomes `cach`, and `cpus` stays, like `campus`. */
const corrections: readonly (readonly [RegExp, string])[] = [
  [/(cache|niche|bias|[cdgnt]pu|uri)(?:s|es)$/, "$1"],
  [/^axes$/, "axis"],
  [/^lenses$/, "lens"],
];

/**
 * Returns the singular of a list's name: `PortRanges` → `PortRange`, `CacheStatuses` → `CacheStatus`.
 *
 * Only the last word changes. Singular names and names in capitals (`DNS`) stay.
 */
export function singular(name: string): string {
  const [acronym] = /(?<![A-Z])[A-Z]{2,}s$/.exec(name) ?? [];
  if (acronym !== undefined) return name.slice(0, -1);
  const [word = ""] = /(?:[A-Z]|(?<![A-Za-z]))[a-z]+$/.exec(name) ?? [];
  const start = name.slice(0, name.length - word.length);
  const one = singularWord(word.toLowerCase());
  return start + (/^[A-Z]/.test(word) ? one.charAt(0).toUpperCase() + one.slice(1) : one);
}

/** Returns true if a list's name is a plural of an item's name: `Policies` or `PolicyList` of `Policy`. */
export function isPluralOf(list: string, item: string): boolean {
  if (item.length < 2) return false;
  const plural = list.toLowerCase();
  const one = item.toLowerCase();
  // Pages have irregular plurals: `Statuss`, `Proxyes`.
  if (["s", "es", "list", "set", "sets"].some((ending) => plural === one + ending)) return true;
  return plural !== one && singularWord(plural) === one;
}

function singularWord(word: string): string {
  if (word.length < 3 || uncountable.has(word) || /(?:data|sis)$/.test(word)) return word;
  for (const [pattern, replacement] of corrections) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return pluralize.singular(word);
}
