import type {} from "handlebars";

/** A field that a template uses and its view lacks. */
export interface UnknownField {
  readonly field: string;
  /** The fields that the view has at that place. */
  readonly known: readonly string[];
  readonly at: hbs.AST.SourceLocation;
}

/** Finds the fields that a template uses and the view lacks, in the branches that this view reaches. */
export function findUnknownFields(
  program: hbs.AST.Program | undefined,
  view: unknown,
): UnknownField[] {
  const found = new Map<string, UnknownField>();
  walk(program, [view], found);
  return [...found.values()];
}

/** The values in scope at a statement, from the view to the innermost. */
type Around = readonly unknown[];

function walk(
  program: hbs.AST.Program | undefined,
  around: Around,
  found: Map<string, UnknownField>,
): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === "MustacheStatement") {
      resolve((statement as hbs.AST.MustacheStatement).path, around, found);
    }
    if (statement.type !== "BlockStatement") continue;
    const { path, params, program: inner, inverse } = statement as hbs.AST.BlockStatement;
    const [value] = params.map((param) => resolve(param, around, found));
    for (const context of contextsOf(path.original, value)) {
      walk(inner, context === undefined ? around : [...around, context.value], found);
    }
    walk(inverse, around, found);
  }
}

/** The contexts of a block's content: each item, the value, or the surrounding context. */
function contextsOf(block: unknown, value: unknown): readonly ({ value: unknown } | undefined)[] {
  if (block === "each") {
    const items = typeof value === "object" && value !== null ? Object.values(value) : [];
    return items.map((item: unknown) => ({ value: item }));
  }
  return block === "with" ? [{ value }] : [undefined];
}

/** Resolves an expression to its value; `undefined` where it has none. */
function resolve(
  expression: hbs.AST.Expression,
  around: Around,
  found: Map<string, UnknownField>,
): unknown {
  if (expression.type !== "PathExpression") return undefined;
  const { data, depth, parts, loc } = expression as hbs.AST.PathExpression;
  const root = { root: around[0], first: true, last: true, index: 0, key: "" };
  let value: unknown = data ? root : around.at(-1 - depth);
  for (const field of parts) {
    if (value === undefined) return undefined;
    const fields = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (!fields.includes(field)) {
      const place = `${loc.start.line}:${loc.start.column}`;
      if (!found.has(place)) found.set(place, { field, known: fields, at: loc });
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[field];
  }
  return value;
}
