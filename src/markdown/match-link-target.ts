/** How deep brackets may lie in a target: a bound, so that a page of opening ones costs no more. */
const DEEPEST = 32;

const blanks = /[ \t]*(?:\n[ \t]*)?/y;
const angled = /<[^<>\n\\]*(?:\\[^\n][^<>\n\\]*)*>/y;
const spaced = /\([^()\s]+ [^()\n]*\)/y;
const title =
  /[ \t]*(?:\n[ \t]*|[ \t])(?:"[^"\\]*(?:\\[^][^"\\]*)*"|'[^'\\]*(?:\\[^][^'\\]*)*'|\([^()\\]*(?:\\[^][^()\\]*)*\))/y;

/**
 * Where the target of a link ends, `(target "title")`, that begins at an index; nothing when none does.
 * One with spaces is none to CommonMark, but pages have them.
 */
export function matchLinkTarget(content: string, at: number): number | undefined {
  if (content.charAt(at) !== "(") return undefined;
  const start = endOf(blanks, content, at + 1) ?? at + 1;
  const isAngled = content.charAt(start) === "<";
  const target = isAngled ? endOf(angled, content, start) : endOfBare(content, start);
  if (target !== undefined) {
    const titled = target === start ? target : (endOf(title, content, target) ?? target);
    const end = endOf(blanks, content, titled) ?? titled;
    if (content.charAt(end) === ")") return end + 1;
  }
  return endOf(spaced, content, at);
}

/** The end of a target: a blank, or the bracket that closes the link's. */
function endOfBare(content: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const character = content.charAt(at);
    if (character === "\\" && /[()\\]/.test(content.charAt(at + 1))) at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0 || character <= " " || character === "\u007F") return depth <= 0 ? at : undefined;
    if (depth > DEEPEST) return undefined;
  }
  return undefined;
}

function endOf(pattern: RegExp, content: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(content) ? pattern.lastIndex : undefined;
}
