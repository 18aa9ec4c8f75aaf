import { mentionsValue } from "../diff/mentions.ts";
import { showBounds } from "../diff/show.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Bounds, ScalarShape, Shape } from "../spec/operation.ts";
import { withoutInvisible } from "../text/visible.ts";

/** What stands for a value, or is several of them, or is cut: nothing to hold against anything. */
const placeholder =
  /[*<>…{}[\]"'|$]|\.{2,}|x{3,}|^[-—–/]*$|^(?:无|空|none|null|nil|n\/?a|true\/false|your.*|test)$|[,，、;；]|\s(?:or|and)\s|或/iu;

/**
 * Why a text cannot be a value of a shape, by what the page says of the value: as words behind "by its row".
 * Nothing where it can be, and where the text is no value but stands for one.
 */
export function whyUnfit(text: string, shape: ScalarShape, description = ""): string | undefined {
  const value = text.trim();
  if (value === "" || placeholder.test(value)) return undefined;
  // What the description names is documented, if in words that are not read.
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
  // One value alone may be explained as a case.
  if (listed.length < 2 || shape.type === "boolean") return undefined;
  const same = (one: string) =>
    one.toLowerCase() === value.toLowerCase() || Number(one) === Number(value);
  if (listed.some(same)) return undefined;
  // "0 to 100, or -1 for all": the values that are listed are beside the range.
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

/** The shape of a member's values: of a list, that of its items; nothing where they have members. */
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
