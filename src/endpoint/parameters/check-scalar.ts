import type { Bounds, ScalarShape } from "../../spec/operation.ts";
import { presumed, whyUnchecked } from "../../spec/why-unchecked.ts";

const INTEGER = /^-?\d{1,19}$/;
const DECIMAL = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** RFC 3339, and the form without seconds that some pages use. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Returns the reason why a value is invalid, to follow "it is not valid: "; `undefined` for a valid one. */
export function checkScalar(shape: ScalarShape, text: string): string | undefined {
  return checkType(shape, text) ?? checkConstraints(shape, text);
}

function checkType({ type }: ScalarShape, text: string): string | undefined {
  switch (type) {
    case "integer":
    case "long":
      return INTEGER.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
        ? undefined
        : "it is not an integer";
    case "float":
    case "double":
    case "number":
      return DECIMAL.test(text) && Number.isFinite(Number(text)) ? undefined : "it is not a number";
    case "boolean":
      return /^(true|false)$/i.test(text) ? undefined : "it is neither true nor false";
    case "string":
    case "any":
      return undefined;
  }
}

function checkConstraints(shape: ScalarShape, text: string): string | undefined {
  if (shape.enum?.closed === true) {
    const values = shape.enum.values.map(({ value }) => String(value));
    const given = shape.type === "boolean" ? text.toLowerCase() : text;
    if (!values.includes(given)) return `it is none of ${values.join(", ")}`;
  }
  if (shape.length !== undefined) {
    const characters = Array.from(text).length;
    const what = checkBounds(shape.length, characters);
    if (what !== undefined) return `it has ${characters} characters, ${what}`;
  }
  if (shape.range !== undefined) {
    const what = checkBounds(shape.range, Number(text));
    if (what !== undefined) return `it is ${text}, ${what}`;
  }
  if (shape.pattern !== undefined && isCheckable(shape.pattern.value, text, shape.length)) {
    const pattern = new RegExp(`^(?:${shape.pattern.value})$`, "u");
    if (!pattern.test(text)) return `it does not match ${shape.pattern.value}`;
  }
  if (shape.format === "date-time" && !DATE_TIME.test(text)) {
    return "it is not a time of the form 2026-01-02T03:04:05Z";
  }
  return undefined;
}

/** Returns true if checking a text against a pattern takes negligible time. */
function isCheckable(pattern: string, text: string, length: Bounds | undefined): boolean {
  const longest = length?.max ?? presumed;
  return text.length <= 2 * longest && whyUnchecked(pattern, length) === undefined;
}

/** Returns the bound that a number violates, as text; `undefined` where it violates none. */
export function checkBounds(bounds: Bounds | undefined, value: number): string | undefined {
  if (bounds?.min !== undefined && value < bounds.min) return `the least is ${bounds.min}`;
  if (bounds?.max !== undefined && value > bounds.max) return `the most is ${bounds.max}`;
  return undefined;
}
