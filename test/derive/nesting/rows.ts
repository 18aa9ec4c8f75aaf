import type { Parameter } from "../../../src/derive/rows/parameter.ts";
import { parseName, pathOf, parseType } from "../../../src/derive/rows/parse-cells.ts";
import type { ParameterTable } from "../../../src/page/page.ts";

/** A table of its own, with what stands before it. */
export function tableUnder(lead: string, start = 0): ParameterTable {
  return { lead, span: { start, end: start } };
}

const main = tableUnder("Response parameters");

/**
 * Rows of a table, each written as its name and its type: `Books Array of Book`, `└Title String`. A row
 * with a name alone says nothing more.
 */
export function rowsOf(lines: readonly string[], table = main): Parameter[] {
  return lines.map((line, index) => {
    const start = table.span.start + index + 1;
    const [, marks = "", name = "", type = ""] = /^(└*)(\S+) ?(.*)$/.exec(line) ?? [];
    const segments = parseName(name) ?? [];
    return {
      row: name,
      span: { start, end: start },
      line: start,
      segments,
      depth: marks.length,
      bare: type === "",
      path: pathOf(segments),
      type: parseType(type) ?? { kind: "scalar", type: "any" },
      table,
      required: false,
      facts: {},
      constraints: {},
      prose: [],
      proseLine: start,
    };
  });
}

/** A row as it is, with an example or a description. */
export function withFacts(row: Parameter, facts: Parameter["facts"]): Parameter {
  return { ...row, facts: { ...row.facts, ...facts } };
}
