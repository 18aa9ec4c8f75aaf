import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { mapLines } from "./map-lines.ts";
import type { Line, Operation } from "./operation.ts";
import { jsonText } from "./yaml-text.ts";

/**
 * Returns the path of a spec's positions file. Accepts absolute and relative paths.
 *
 * `positions/MakeShelf.json` belongs to `operations/MakeShelf.yaml`.
 */
export function positionsPath(spec: string): string {
  return spec.replace(/operations([/\\])([^/\\]*)\.ya?ml$/, "positions$1$2.json");
}

/** The path from a positions file to its JSON Schema, beside the product folders. */
const schemaPath = "../../schema/positions.schema.json";

/**
 * Writes the lines of an operation as JSON, with each part of the operation on its own line.
 *
 * They are in a separate file, so that a change of the spec is always a change of content.
 */
export function writePositions(operation: Operation): string {
  const parts = new Map<string, [fact: string, line: Line][]>();
  mapLines(operation, (part, fact, line) => {
    const facts = parts.get(part) ?? [];
    if (line !== undefined) facts.push([fact, line]);
    // A part without lines is listed too, because a missing one would be unknown to the file.
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

/** Prints a part's lines; only a number where the row is the only fact. */
function linesText(facts: readonly [fact: string, line: Line][]): string {
  const [[first, line] = []] = facts;
  if (facts.length === 1 && first === "line") return String(line);
  if (facts.length === 0) return "{}";
  return `{ ${facts.map(([fact, at]) => `${jsonText(fact)}: ${String(at)}`).join(", ")} }`;
}

/**
 * Returns an operation with the lines of its positions file.
 *
 * A file that is unreadable or belongs to another spec is reported, and the operation is returned
 * unchanged.
 */
export function joinPositions(operation: Operation, source: Source, report: Report): Operation {
  const found = readLines(source, factsOf(operation));
  if ("reason" in found) {
    const at = found.part === undefined ? -1 : source.text.indexOf(`${jsonText(found.part)}:`);
    const start = Math.max(0, at);
    const end = at === -1 ? start : start + jsonText(found.part ?? "").length;
    report("spec/unusable-positions", { start, end }, { reason: found.reason });
    return operation;
  }
  return mapLines(operation, (part, fact) => found.lines.get(part)?.get(fact));
}

/** Lines by part and fact. */
type Lines = ReadonlyMap<string, ReadonlyMap<string, Line>>;

interface Fault {
  readonly reason: string;
  /** The part concerned. */
  readonly part?: string;
}

/** The facts of an operation that can have lines, by part. */
function factsOf(operation: Operation): ReadonlyMap<string, ReadonlySet<string>> {
  const facts = new Map<string, Set<string>>();
  mapLines(operation, (part, fact, line) => {
    facts.set(part, (facts.get(part) ?? new Set()).add(fact));
    return line;
  });
  return facts;
}

/** Validates like the schema, but stops at the first error: a file may have millions of them. */
function readLines(
  { text, cutFrom, limits }: Source,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly lines: Lines } | Fault {
  if (cutFrom !== undefined) {
    return { reason: `it has ${cutFrom} bytes, and ${limits.specBytes} are allowed` };
  }
  const stated = linesIn(text);
  if (stated === undefined) return { reason: 'it is not JSON of the form { "lines": { … } }' };
  const lines = new Map<string, ReadonlyMap<string, Line>>();
  for (const [part, value] of Object.entries(stated)) {
    const facts = known.get(part);
    if (facts === undefined) return { reason: `it has "${part}", which the spec has not`, part };
    const own = new Map<string, Line>();
    for (const [fact, line] of Object.entries(isRecord(value) ? value : { line: value })) {
      if (!facts.has(fact)) {
        return { reason: `it has "${fact}" of "${part}", which the spec has not`, part };
      }
      if (!isLine(line)) return { reason: `"${fact}" of "${part}" is no number of a line`, part };
      own.set(fact, line);
    }
    lines.set(part, own);
  }
  const missing = [...known].find(([part, facts]) => facts.has("line") && !lines.has(part));
  return missing === undefined ? { lines } : { reason: `it lacks "${missing[0]}" of the spec` };
}

function linesIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isRecord(value.lines) ? value.lines : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLine(value: unknown): value is Line {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
