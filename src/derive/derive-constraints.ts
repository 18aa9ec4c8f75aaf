import type { Fact, ScalarShape, ScalarType, ScalarValue } from "../spec/operation.ts";
import type { TypeExpression } from "./parse-type.ts";
import { findDefault } from "./prose/find-default.ts";
import { findEnum } from "./prose/find-enum.ts";
import { findLength } from "./prose/find-length.ts";
import { findPattern } from "./prose/find-pattern.ts";
import { findRange } from "./prose/find-range.ts";
import { parseValue } from "./prose/parse-value.ts";
import type { ProseUnit } from "./prose/sentence.ts";

/**
 * What the prose says of a value. A list's prose speaks of its items. `unclear` is told of a default
 * that is no value of the type.
 */
export function deriveConstraints(
  units: readonly ProseUnit[],
  expression: TypeExpression,
  unclear: (text: string, type: ScalarType) => void,
): Omit<ScalarShape, "type"> {
  const scalar = scalarOf(expression);
  if (scalar === undefined) return {};
  const { type, format } = scalar;
  const found = findEnum(units, type);
  const length = type === "string" ? findLength(units) : undefined;
  const range = type === "string" || type === "boolean" ? undefined : findRange(units);
  const pattern = type === "string" ? findPattern(units) : undefined;
  const fallback = found?.default ?? statedDefault(units, type, unclear);
  return {
    ...(format === undefined ? {} : { format }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(found === undefined ? {} : { enum: found.enum }),
    ...(length === undefined ? {} : { length }),
    ...(range === undefined ? {} : { range }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function statedDefault(
  units: readonly ProseUnit[],
  type: ScalarType,
  unclear: (text: string, type: ScalarType) => void,
): Fact<ScalarValue> | undefined {
  const stated = findDefault(units);
  if (stated === undefined) return undefined;
  const value = parseValue(stated.text, type);
  if (value === undefined) unclear(stated.text, type);
  return value === undefined ? undefined : { value, line: stated.line };
}

function scalarOf(type: TypeExpression) {
  if (type.kind === "list") return type.items?.kind === "scalar" ? type.items : undefined;
  return type.kind === "scalar" ? type : undefined;
}
