/** Deeper values stand on one line: sample answers may have hundreds of levels, and indents grow with each. */
export const deepestLevel = 60;

/** Prints a document as `JSON.stringify` does with two spaces, but for its deepest values. */
export function printDocument(document: unknown): string {
  const parts: string[] = [];
  print(document, "\n", parts);
  return `${parts.join("")}\n`;
}

function print(value: unknown, line: string, parts: string[]): void {
  if (typeof value !== "object" || value === null || line.length > 2 * deepestLevel) {
    parts.push(JSON.stringify(value));
    return;
  }
  const isList = Array.isArray(value);
  const inner = `${line}  `;
  let joint = isList ? "[" : "{";
  for (const [name, one] of Object.entries<unknown>(value as Record<string, unknown>)) {
    parts.push(joint, inner, isList ? "" : `${JSON.stringify(name)}: `);
    print(one, inner, parts);
    joint = ",";
  }
  const isEmpty = joint !== ",";
  parts.push(isEmpty ? joint : line, isList ? "]" : "}");
}
