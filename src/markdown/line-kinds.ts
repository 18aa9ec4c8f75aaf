/** Whether a line is a heading: `## Title`. */
export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+\S/.test(line);
}

/** Whether a line opens or closes a fenced code block. */
export function opensFence(line: string): boolean {
  return /^\s*(?:`{3,}|~{3,})/.test(line);
}

/** Whether a line begins with a table's border. */
export function opensRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Whether a line is the one between a table's header and its rows: `|--|:-:|`. */
export function isSeparator(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*(?:\|\s*)?$/.test(line);
}
