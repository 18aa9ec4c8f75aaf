import type {} from "handlebars";

/** A field that a template shows and its view does not have. */
export interface UnknownField {
  readonly field: string;
  /** The fields there are in its place. */
  readonly known: readonly string[];
  readonly at: hbs.AST.SourceLocation;
}

/** The fields that a template shows and the view lacks, wherever the template gets with this view. */
export function findUnknownFields(
  program: hbs.AST.Program | undefined,
  view: unknown,
): UnknownField[] {
  const found = new Map<string, UnknownField>();
  walk(program, [view], found);
  return [...found.values()];
}

/** The values around a statement, from the view to the nearest. */
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

/** What a block shows its inside with: each item, the value, or what is around it. */
function contextsOf(block: unknown, value: unknown): readonly ({ value: unknown } | undefined)[] {
  if (block === "each") {
    const items = typeof value === "object" && value !== null ? Object.values(value) : [];
    return items.map((item: unknown) => ({ value: item }));
  }
  return block === "with" ? [{ value }] : [undefined];
}

/** The value that an expression names, if it has one. */
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
