import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code } from "../diagnostics/registry.ts";
import type { PageMeaning } from "./derive-pages.ts";
import type { PageState } from "./page-outcome.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Operation } from "../spec/operation.ts";
import { locate } from "../text/source.ts";

/** A member of a request or response: wire names, `[]` for list items, `{}` for map values. */
export interface InspectedMember {
  readonly path: string;
  readonly type: string;
  /** Only in requests. */
  readonly required?: boolean;
}

/** The contents of one page, as printed by `docwright inspect --jsonl`. */
export interface Inspection {
  /**
   * The page, relative to the folder that was given. A page that is named itself is relative to the configured folder
   * that it lies in, or to its own.
   */
  readonly file: string;
  /** The page's state in a build. */
  readonly state: PageState;
  readonly product: string | null;
  readonly version: string | null;
  readonly action: string;
  readonly request: readonly InspectedMember[];
  readonly response: readonly InspectedMember[];
  readonly errors: readonly { readonly httpStatus: number | null; readonly code: string }[];
  readonly diagnostics: readonly {
    readonly code: Code;
    readonly line: number;
    readonly column: number;
    readonly row?: string;
    readonly message: string;
  }[];
}

/** A page that resembles an operation but is refused; its lists are empty. */
export interface RefusedPage extends Omit<Inspection, "action"> {
  readonly action: null;
  /** The reason of the refusal. */
  readonly refused: string;
}

/**
 * Describes a page without its state, which depends on other pages; `undefined` for a page without
 * an operation.
 */
export function inspectPage({
  input: { shown },
  derived,
  refused,
}: PageMeaning): Omit<Inspection, "state"> | Omit<RefusedPage, "state"> | undefined {
  if (derived?.operation !== undefined) {
    return describe(derived.operation, shown, derived.diagnostics);
  }
  if (refused === undefined) return undefined;
  const nothing = {
    product: null,
    version: null,
    action: null,
    request: [],
    response: [],
    errors: [],
  };
  return { file: shown, ...nothing, diagnostics: located(derived?.diagnostics ?? []), refused };
}

function describe(
  operation: Operation,
  file: string,
  diagnostics: readonly Diagnostic[],
): Omit<Inspection, "state"> {
  const { product, version, action } = operation;
  return {
    file,
    product: product === "" ? null : product,
    version: version === "" ? null : version,
    action,
    request: [...entriesOf(operation.request, true)],
    response: [...entriesOf(operation.response, false)],
    errors: operation.errors.map(({ status, code }) => ({ httpStatus: status ?? null, code })),
    diagnostics: located(diagnostics),
  };
}

function located(diagnostics: readonly Diagnostic[]): Inspection["diagnostics"] {
  return diagnostics.map(({ code, source, span, row, message }) => ({
    code,
    ...locate(source, span.start),
    ...(row === undefined ? {} : { row }),
    message,
  }));
}

/**
 * Lists members. A list appears as its items, which are required if the list is. A JSON text
 * appears as a string, with the members of its content.
 */
function* entriesOf(
  members: Operation["request"],
  withRequired: boolean,
): Generator<InspectedMember> {
  let required = false;
  let text: string | undefined;
  for (const { path, shape, member } of walkMembers(members)) {
    if (member !== undefined) required = member.required;
    if (text !== undefined && path.startsWith(text) && /^[.[{]/.test(path.slice(text.length))) {
      const inside = path.slice(text.length).replace(/^(?:\[\]|\{\})+/, "");
      if (inside === "" || shape.type === "array") continue;
      yield { path: text + inside, type: shape.type, ...(withRequired ? { required } : {}) };
      continue;
    }
    text = "style" in shape && shape.style === "json" ? path : undefined;
    if (shape.type === "array" && text === undefined) continue;
    const type = text === undefined ? shape.type : "string";
    yield { path, type, ...(withRequired ? { required } : {}) };
  }
}
