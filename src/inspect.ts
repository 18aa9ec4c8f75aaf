import type { PageContext } from "./derive/derive-operation.ts";
import { createReporter } from "./diagnostics/create-reporter.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Code } from "./diagnostics/registry.ts";
import { readOperationPage } from "./read-operation-page.ts";
import { walkMembers } from "./spec/member-path.ts";
import type { Operation } from "./spec/operation.ts";
import { locate } from "./text/locate.ts";
import type { Source } from "./text/source.ts";

/** A member of a request or response: wire names, `[]` for list items, `{}` for map values. */
export interface InspectedMember {
  readonly path: string;
  readonly type: string;
  /** Requests only. */
  readonly required?: boolean;
}

/** What docwright reads from one page, as `docwright inspect --jsonl` prints it. */
export interface Inspection {
  /** The page, relative to the folder that was given. */
  readonly file: string;
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

/** Reads a page; `inspection` is missing when the page documents no operation. */
export function inspect(
  source: Source,
  context: PageContext & { readonly file: string },
): { readonly inspection?: Inspection; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const operation = readOperationPage(source, context, createReporter(source, diagnostics));
  if (operation === undefined) return { diagnostics };
  return { inspection: describe(operation, context.file, diagnostics), diagnostics };
}

function describe(
  operation: Operation,
  file: string,
  diagnostics: readonly Diagnostic[],
): Inspection {
  const { product, version, action } = operation;
  return {
    file,
    product: product === "" ? null : product,
    version: version === "" ? null : version,
    action,
    request: [...entriesOf(operation.request, true)],
    response: [...entriesOf(operation.response, false)],
    errors: operation.errors.map(({ status, code }) => ({ httpStatus: status ?? null, code })),
    diagnostics: diagnostics.map(({ code, source, span, row, message }) => ({
      code,
      ...locate(source, span.start),
      ...(row === undefined ? {} : { row }),
      message,
    })),
  };
}

/** A list is shown by its items, which are required when the list is. */
function* entriesOf(
  members: Operation["request"],
  withRequired: boolean,
): Generator<InspectedMember> {
  let required = false;
  for (const { path, shape, member } of walkMembers(members)) {
    if (member !== undefined) required = member.required;
    if (shape.type === "array") continue;
    yield { path, type: shape.type, ...(withRequired ? { required } : {}) };
  }
}
