import { jsonText } from "./json-text.ts";
import { mapLines } from "./map-lines.ts";
import type { Line, Operation } from "./operation.ts";

/** Where a positions file finds its JSON Schema: beside the folders of the products. */
const schemaPath = "../../schema/positions.schema.json";

/**
 * The lines of an operation as JSON, each part of the operation on a line of its own. They lie beside the
 * spec, so that a change of the spec is a change of what it says.
 */
export function writePositions(operation: Operation): string {
  const parts = new Map<string, [fact: string, line: Line][]>();
  mapLines(operation, (part, fact, line) => {
    const facts = parts.get(part) ?? [];
    if (line !== undefined) facts.push([fact, line]);
    // A part without lines is written, too: one that is missing is unknown to the file.
    parts.set(part, facts);
    return line;
  });
  const entries = [...parts].map(([part, facts]) => `    ${jsonText(part)}: ${linesText(facts)}`);
  return [
    "{",
    `  "$schema": ${jsonText(schemaPath)},`,
    entries.length === 0 ? '  "lines": {}' : `  "lines": {\n${entries.join(",\n")}\n  }`,
    "}",
    "",
  ].join("\n");
}

/** A part's lines: of one with nothing but a row, the number alone. */
function linesText(facts: readonly [fact: string, line: Line][]): string {
  const [[first, line] = []] = facts;
  if (facts.length === 1 && first === "line") return String(line);
  if (facts.length === 0) return "{}";
  return `{ ${facts.map(([fact, at]) => `${jsonText(fact)}: ${String(at)}`).join(", ")} }`;
}
