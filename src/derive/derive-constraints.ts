import type { Bounds, Constraints, Fact, ScalarType, ScalarValue } from "../spec/operation.ts";
import type { Parameter } from "./parameter.ts";
import type { TypeExpression } from "./parse-type.ts";
import { findCount } from "./prose/find-count.ts";
import { findDefault } from "./prose/find-default.ts";
import { findEnum } from "./prose/find-enum.ts";
import { findLength } from "./prose/find-length.ts";
import { findPattern } from "./prose/find-pattern.ts";
import { findRange } from "./prose/find-range.ts";
import { findUnit } from "./prose/find-unit.ts";
import { parseValue } from "./prose/parse-value.ts";
import type { ProseUnit } from "./prose/sentence.ts";

/** What the prose of a row says of its value, and of how many values there are. */
export interface StatedConstraints {
  /** Of a list, what its items are. */
  readonly constraints: Constraints;
  /** How many items the list takes, or the one that the row is a part of ("N的取值范围"). */
  readonly count?: Bounds;
}

/**
 * What the prose says of a value. A list's prose speaks of its items. `unclear` is told of a default
 * that is no value of the type.
 */
export function deriveConstraints(
  units: readonly ProseUnit[],
  row: Pick<Parameter, "type" | "segments"> & { readonly example: string },
  unclear: (text: string, type: ScalarType) => void,
): StatedConstraints {
  const repeated = row.segments.some((segment) => segment.repeated);
  const isList = row.type.kind === "list" || row.segments.at(-1)?.repeated === true;
  const found = findCount(units, isList);
  const scalar = scalarOf(row.type);
  const constraints = scalar === undefined ? {} : ofScalar(units, scalar, row.example, unclear);
  if (found === undefined) return { constraints };
  if (repeated || row.type.kind === "list") return { constraints, count: found };
  return {
    constraints: scalar?.type === "string" ? { ...constraints, count: found } : constraints,
  };
}

function ofScalar(
  units: readonly ProseUnit[],
  { type, format }: { readonly type: ScalarType; readonly format?: string },
  example: string,
  unclear: (text: string, type: ScalarType) => void,
): Constraints {
  const found = findEnum(units, type, example);
  const length = type === "string" ? findLength(units) : undefined;
  const range = type === "boolean" ? undefined : findRange(units, type);
  const unit = type === "boolean" ? undefined : findUnit(units);
  const pattern = type === "string" ? findPattern(units, example) : undefined;
  const fallback = found?.default ?? statedDefault(units, type, unclear);
  return {
    ...(format === undefined ? {} : { format }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(found === undefined ? {} : { enum: found.enum }),
    ...(length === undefined ? {} : { length }),
    ...(range === undefined ? {} : { range }),
    ...(unit === undefined ? {} : { unit }),
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

function scalarOf(
  type: TypeExpression,
): { readonly type: ScalarType; readonly format?: string } | undefined {
  if (type.kind === "list")
    return type.items === undefined ? { type: "any" } : scalarOf(type.items);
  return type.kind === "scalar" ? type : undefined;
}
