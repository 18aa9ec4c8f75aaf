/**
 * Words of which a text must hold one for a phrase to occur in it, in lower case: a cheap question that
 * answers most texts. Empty when the phrase can do without any word.
 */
export function requiredWords(pattern: string): readonly string[] {
  const certain = withoutOptions(pattern.replaceAll(/\{[^{}]*\}|<(?!values?>)\w+>/g, GAP));
  const outside = withoutGroups(certain).replaceAll(/<values?>/g, "⟦");
  const words = outside.split(/[ ^$\0]+/).filter((word) => word !== "");
  const longest = words.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return [longest.toLowerCase()];
  // Of a choice inside a choice, none is certain.
  if (/\([^()]*\(/.test(certain)) return [];
  const choice = /\(([^()^$\0]*)\)/.exec(certain)?.[1]?.split("|") ?? [];
  const all = choice.map((words) => words.trim().split(" ")[0]?.toLowerCase() ?? "");
  return all.includes("") ? [] : all;
}

/** Stands where a text may hold anything or nothing. */
const GAP = "\0";

function withoutOptions(pattern: string): string {
  const less = pattern.replaceAll(/\[[^[\]]*\]/g, GAP);
  return less === pattern ? less : withoutOptions(less);
}

function withoutGroups(pattern: string): string {
  const less = pattern.replaceAll(/\([^()]*\)/g, GAP);
  return less === pattern ? less : withoutGroups(less);
}
