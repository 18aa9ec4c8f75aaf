import pluralize from "pluralize-esm";

/** Words in `s` that name one thing, or no number of things: the library takes the `s` from them. */
const uncountable = new Set(
  [
    "axis bias ethics lens logistics physics species statis",
    "cors css dns hls https mqtts nfs ntfs rtmps sms tls",
    "bps cps fps gbps iops kbps mbps pps qps rps tps",
    "aws cas cms dds dms drds dts ecs ens gps iaas kms kubernetes mns mps nas ons ots paas",
    "postgres rds redis ros saas sls vps",
  ].flatMap((line) => line.split(" ")),
);

/** Plurals that the library gets wrong: `caches` is no `cach`, and `cpus` is no singular like `campus`. */
const corrections: readonly (readonly [RegExp, string])[] = [
  [/(cache|niche|bias|[cdgnt]pu|uri)(?:s|es)$/, "$1"],
  [/^axes$/, "axis"],
  [/^lenses$/, "lens"],
];

/**
 * What one item of a list is called: `PortRanges` → `PortRange`, `Policies` → `Policy`, `CacheStatuses` →
 * `CacheStatus`. Only the last word changes; a name that is singular, or all in capitals (`DNS`), stays.
 */
export function singular(name: string): string {
  const [acronym] = /(?<![A-Z])[A-Z]{2,}s$/.exec(name) ?? [];
  if (acronym !== undefined) return name.slice(0, -1);
  const [word = ""] = /(?:[A-Z]|(?<![A-Za-z]))[a-z]+$/.exec(name) ?? [];
  const start = name.slice(0, name.length - word.length);
  const one = singularWord(word.toLowerCase());
  return start + (/^[A-Z]/.test(word) ? one.charAt(0).toUpperCase() + one.slice(1) : one);
}

/** Whether a name is that of a list of what another name calls one: `Policies` or `PolicyList` of `Policy`. */
export function isPluralOf(list: string, item: string): boolean {
  if (item.length < 2) return false;
  const plural = list.toLowerCase();
  const one = item.toLowerCase();
  // Pages have plurals that no dictionary has: `Statuss`, `Proxyes`.
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
