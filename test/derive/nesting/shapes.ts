import {
  addValue,
  createValueShape,
  type ValueShape,
} from "../../../src/derive/nesting/value-shape.ts";

/** What a JSON value shows. */
export function jsonShape(...values: readonly unknown[]): ValueShape {
  const shape = createValueShape();
  for (const value of values) addValue(shape, value, "json");
  return shape;
}

/** What an XML answer shows, given as the value that its parser makes of it. */
export function xmlShape(value: unknown): ValueShape {
  const shape = createValueShape();
  addValue(shape, value, "xml");
  return shape;
}

/**
 * A shape in one line: `[…]` for a list, `~` before what may be one, `*` before what only another page
 * shows, `?` where no value was seen.
 */
export function show({ list, single, text, foreign, scalars, members }: ValueShape): string {
  const names = [...members].map(([name, inner]) => `${name}: ${show(inner)}`);
  const content = names.length > 0 ? `{${names.join(", ")}}` : [...scalars].join("|") || "?";
  const marks = `${foreign ? "*" : ""}${text ? "text " : ""}`;
  return `${marks}${list ? `[${content}]` : single ? content : `~${content}`}`;
}
