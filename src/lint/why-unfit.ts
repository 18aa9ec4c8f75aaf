import { mentionsValue } from "../diff/mentions.ts";
import { showBounds } from "../diff/show.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Bounds, ScalarShape, Shape } from "../spec/operation.ts";
import { withoutInvisible } from "../text/visible.ts";

/** Placeholders, lists of values and truncated values, which are never compared. */
const placeholder =
  /[*<>…{}[\]"'|$]|\.{2,}|x{3,}|^[-—–/]*$|^(?:无|空|none|null|nil|n\/?a|true\/false|your.*|test)$|[,，、;；]|\s(?:or|and)\s|或/iu;

/**
 * Explains why a text cannot be a value of a shape by its documentation, to follow "by its row".
 * `undefined` if it can be, and for placeholders.
 */
export function whyUnfit(text: string, shape: ScalarShape, description = ""): string | undefined {
  const value = text.trim();
  if (value === "" || placeholder.test(value)) return undefined;
  // A value that the description names is documented in unparsed prose.
  if (shape.type === "string" && mentionsValue(description, value)) return undefined;
  return whyOtherType(value, shape) ?? whyUnlisted(value, shape) ?? whyBeyond(value, shape);
}

function whyOtherType(value: string, { type }: ScalarShape): string | undefined {
  switch (type) {
    case "integer":
    case "long":
      return /^[+-]?\d+$/.test(value) ? undefined : "it is a whole number";
    case "float":
    case "double":
    case "number":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?$/i.test(value)
        ? undefined
        : "it is a number";
    case "boolean":
      return /^(?:true|false|0|1|yes|no|on|off)$/i.test(value) ? undefined : "it is true or false";
    case "string":
    case "any":
      return undefined;
  }
}

function whyUnlisted(value: string, shape: ScalarShape): string | undefined {
  const listed = shape.enum?.values.map((one) => String(one.value)) ?? [];
  // A single value may only be an example of a case.
  if (listed.length < 2 || shape.type === "boolean") return undefined;
  const same = (one: string) =>
    one.toLowerCase() === value.toLowerCase() || Number(one) === Number(value);
  if (listed.some(same)) return undefined;
  // "0 to 100, or -1 for all": the listed values extend the range.
  if (shape.range !== undefined && isWithin(Number(value), shape.range)) return undefined;
  const looks = withoutInvisible(value);
  const twin = listed.find((one) => withoutInvisible(one) === looks);
  const hint = twin === undefined ? "" : `, and differs from ${twin} in invisible characters only`;
  return `it is one of ${listed.slice(0, 8).join(", ")}${listed.length > 8 ? " …" : ""}${hint}`;
}

function whyBeyond(
  value: string,
  { type, range, length, enum: listed }: ScalarShape,
): string | undefined {
  const known = listed?.values.some(
    (one) => String(one.value).toLowerCase() === value.toLowerCase(),
  );
  if (known === true) return undefined;
  const number = Number(value);
  if (range !== undefined && !Number.isNaN(number) && !isWithin(number, range))
    return `it is ${showBounds(range)}`;
  const characters = Array.from(value).length;
  if (type === "string" && length !== undefined && !isWithin(characters, length)) {
    return `it has ${showBounds(length)} characters, not ${characters}`;
  }
  return undefined;
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: Bounds): boolean {
  return value >= min && value <= max;
}

/**
 * Returns the scalar shape of a member's values, or of a list's items; `undefined` if they have
 * members.
 */
export function scalarOf(shape: Shape): ScalarShape | undefined {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      return scalarOf(shape.items);
    case "map":
    case "object":
      return undefined;
  }
}
