import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Piece } from "../../markdown/document.ts";
import { readText } from "../../markdown/read-prose.ts";
import type { ParameterRow } from "../../page/page.ts";
import { locate, type Source } from "../../text/source.ts";
import { findDeprecation } from "../prose/find-deprecation.ts";
import type { ProseUnit } from "../prose/sentence.ts";
import { atLine, readDescription } from "./read-description.ts";
import { deriveConstraints, type StatedConstraints } from "./derive-constraints.ts";
import type { Parameter } from "./parameter.ts";
import {
  isIndex,
  parseName,
  pathOf,
  parseRequired,
  parseType,
  type TypeExpression,
} from "./parse-cells.ts";

const anything: TypeExpression = { kind: "scalar", type: "any" };

/** The name in a row of a request or response table, as it is written and as it is read. */
export interface RowName {
  readonly name: string;
  readonly depth: number;
  readonly segments: Parameter["segments"];
}

/** Reads the name of a row; nothing when its name cell is no name. */
export function deriveName(source: Source, row: ParameterRow, report: Report): RowName | undefined {
  const { name: text, depth } = splitMarks(source, row.key);
  const name = withoutType(text, row.cells.get("type"));
  const { nesting: allowed } = source.limits;
  const levels = name.split(".").filter((part) => !isIndex(part)).length;
  if (levels > allowed) {
    report("limit/nesting", row.key.span, { found: levels, allowed, row: name });
    return undefined;
  }
  const segments = parseName(name);
  if (segments === undefined) {
    report("derive/unnamed-parameter", row.key.span, { row: name });
    return undefined;
  }
  return { name, depth, segments };
}

/** Derives the meaning of a row of a request or response table; nothing when its name cell is no name. */
export function deriveParameter(
  source: Source,
  row: ParameterRow,
  report: Report,
): Parameter | undefined {
  const named = deriveName(source, row, report);
  if (named === undefined) return undefined;
  const { name, depth, segments } = named;
  const typeCell = row.cells.get("type");
  const path = pathOf(segments);
  const type = deriveType(typeCell, name, report);
  const cell = row.cells.get("description");
  const { text: description, units } = readDescription(cell?.text ?? "");
  const first = locate(source, (cell?.span ?? row.span).start).line;
  const example = textOf(row.cells.get("example"));
  const stated = constraintsOf(units, { type, segments, example }, typeCell?.text ?? "");
  const { constraints, count, unclear } = stated;
  const deprecated = findDeprecation(units);
  if (unclear !== undefined) {
    report("derive/unclear-default", cell?.span ?? row.span, {
      row: name,
      value: unclear.text,
      type: unclear.type,
    });
  }
  return {
    row: name,
    span: row.span,
    line: locate(source, row.span.start).line,
    segments,
    table: row.table,
    depth,
    bare: [...row.cells.values()].every((cell) => cell === row.key || textOf(cell) === ""),
    path,
    type,
    ...(typeCell === undefined ? {} : { typeSpan: typeCell.span }),
    required: deriveRequired(row.cells.get("required"), name, report),
    facts: {
      ...(example === "" ? {} : { example }),
      ...(description === "" ? {} : { description }),
      ...(deprecated === undefined ? {} : { deprecated: atLine(deprecated, first) }),
    },
    constraints: atLine(constraints, first),
    ...(count === undefined ? {} : { count: atLine(count, first) }),
    prose: units,
    proseLine: first,
  };
}

/** What has been found in the units of a description, by all that it depends on besides. */
const known = new WeakMap<readonly ProseUnit[], Map<string, StatedConstraints>>();

function constraintsOf(
  units: readonly ProseUnit[],
  row: Pick<Parameter, "type" | "segments"> & { readonly example: string },
  type: string,
): StatedConstraints {
  const lists = row.segments.map(({ repeated }) => (repeated ? "[]" : "")).join(".");
  const key = `${type}\n${lists}\n${row.example}`;
  let found = known.get(units);
  if (found === undefined) known.set(units, (found = new Map<string, StatedConstraints>()));
  let stated = found.get(key);
  if (stated === undefined) found.set(key, (stated = deriveConstraints(units, row)));
  return stated;
}

/** The marks that stand before the names of nested members, and the white space that indents them. */
function splitMarks(source: Source, key: Piece): { readonly name: string; readonly depth: number } {
  const text = readText(key);
  const name = text.replace(/^[└├─│∟┗\s>]+/, "");
  if (name === text) return { name, depth: 0 };
  const before = key.span.start - 1;
  const { text: page } = source;
  const border = Math.max(page.lastIndexOf("|", before), page.lastIndexOf("\n", before));
  const indent = page.slice(border + 1, key.span.start);
  return { name, depth: 1 + (indent.match(/[\u2003\u3000]/g)?.length ?? 0) };
}

/** A name behind which the page writes the type once more: "Role String". */
function withoutType(name: string, cell: Piece | undefined): string {
  const type = textOf(cell);
  const isRepeated = type !== "" && name.endsWith(type) && /\s$/.test(name.slice(0, -type.length));
  return isRepeated ? name.slice(0, -type.length).trim() : name;
}

function deriveType(cell: Piece | undefined, row: string, report: Report): TypeExpression {
  const text = textOf(cell);
  if (cell === undefined || text === "") return anything;
  const type = parseType(text);
  if (type === undefined) report("derive/unknown-type", cell.span, { row, type: text });
  return type ?? anything;
}

function deriveRequired(cell: Piece | undefined, row: string, report: Report): boolean {
  if (cell === undefined) return false;
  const text = textOf(cell);
  const required = parseRequired(text);
  if (required === undefined) report("derive/unclear-required", cell.span, { row, cell: text });
  return required ?? false;
}

/** What pages write into a cell that has nothing to say. */
const nothing = /^(?:n\/?a|none|nil|无|[-—–/\\]+)$/i;

function textOf(cell: Piece | undefined): string {
  const text = cell === undefined ? "" : readText(cell);
  return nothing.test(text) ? "" : text;
}
