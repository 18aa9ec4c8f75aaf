import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { jsonText } from "./json-text.ts";
import { mapLines } from "./map-lines.ts";
import type { Line, Operation } from "./operation.ts";

/**
 * An operation with the lines of its positions file. A file that cannot be read, or is not of this spec, is
 * reported, and then the operation stays as it is.
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

/** The lines of facts, by the part that they are about. */
type Lines = ReadonlyMap<string, ReadonlyMap<string, Line>>;

interface Fault {
  readonly reason: string;
  /** The part that it is about. */
  readonly part?: string;
}

/** The facts of an operation that can have lines, by the part that they are about. */
function factsOf(operation: Operation): ReadonlyMap<string, ReadonlySet<string>> {
  const facts = new Map<string, Set<string>>();
  mapLines(operation, (part, fact, line) => {
    facts.set(part, (facts.get(part) ?? new Set()).add(fact));
    return line;
  });
  return facts;
}

/** The schema's checks, which end at the first fault: a file can have millions of them. */
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
