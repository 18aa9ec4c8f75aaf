import type { Bounds, Constraints, Enum, ScalarType, ScalarValue } from "../../spec/operation.ts";
import { findCount } from "../prose/find-count.ts";
import { findIndexRange } from "../prose/find-index-range.ts";
import { findDefault } from "../prose/find-default.ts";
import { findEnum } from "../prose/find-enum.ts";
import { findLength } from "../prose/find-length.ts";
import { findPattern } from "../prose/find-pattern.ts";
import { findRange } from "../prose/find-range.ts";
import { findUnit } from "../prose/find-unit.ts";
import { parseValue } from "../prose/read-value.ts";
import type { ProseUnit } from "../prose/sentence.ts";
import type { Parameter } from "./parameter.ts";
import type { TypeExpression } from "./parse-cells.ts";

/** What the prose of a row says of its value, and of how many values there are. */
export interface StatedConstraints {
  /** Of a list, what its items are. */
  readonly constraints: Constraints;
  /** How many items the list takes, or the one that the row is a part of ("N的取值范围"). */
  readonly count?: Bounds;
  /** A stated default that is no value of the type. */
  readonly unclear?: UnclearDefault;
}

/** A stated default that is no value of the type. */
export interface UnclearDefault {
  readonly text: string;
  readonly type: ScalarType;
}

/** What the prose says of a value. A list's prose speaks of its items. */
export function deriveConstraints(
  units: readonly ProseUnit[],
  row: Pick<Parameter, "type" | "segments"> & { readonly example: string },
): StatedConstraints {
  const repeated = row.segments.some((segment) => segment.repeated);
  const isList = row.type.kind === "list" || row.segments.at(-1)?.repeated === true;
  const count = findCount(units, isList);
  const scalar = scalarOf(row.type);
  const found = scalar === undefined ? { constraints: {} } : ofScalar(units, scalar, row.example);
  // "前N次，N的取值范围：0~24" of a number that is no list is about the number itself.
  const own = repeated || isList || !isNumber(scalar?.type) ? undefined : findIndexRange(units);
  const stated =
    own === undefined ? found : { ...found, constraints: { ...found.constraints, range: own } };
  if (count === undefined) return stated;
  if (repeated || row.type.kind === "list") return { ...stated, count };
  if (scalar?.type !== "string") return stated;
  return { ...stated, constraints: { ...stated.constraints, count } };
}

function ofScalar(
  units: readonly ProseUnit[],
  { type, format }: { readonly type: ScalarType; readonly format?: string },
  example: string,
): StatedConstraints {
  const listed = findEnum(units, type, example);
  const length = type === "string" ? findLength(units) : undefined;
  const range = type === "boolean" ? undefined : findRange(units, type, example);
  // "取值范围：0~6", and what 0 means: one value of many is explained.
  const found = listed !== undefined && isOneOf(listed.enum, range) ? undefined : listed;
  const unit = type === "boolean" ? undefined : findUnit(units);
  const pattern = type === "string" ? findPattern(units, example) : undefined;
  const stated = found?.default === undefined ? findDefault(units) : undefined;
  const parsed = stated === undefined ? undefined : parseValue(stated.text, type);
  // "Default value: pay-as-you-go" where the values are PrePaid and PostPaid says what one means.
  const isOther =
    typeof parsed === "string" && found !== undefined && !isListed(parsed, found.enum);
  const value = isOther ? undefined : parsed;
  const isUnclear = stated !== undefined && parsed === undefined;
  const fallback =
    stated === undefined || value === undefined ? found?.default : { value, line: stated.line };
  const constraints: Constraints = {
    ...(format === undefined ? {} : { format }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(found === undefined ? {} : { enum: found.enum }),
    ...(length === undefined ? {} : { length }),
    ...(range === undefined ? {} : { range }),
    ...(unit === undefined ? {} : { unit }),
    ...(pattern === undefined ? {} : { pattern }),
  };
  return { constraints, ...(isUnclear ? { unclear: { text: stated.text, type } } : {}) };
}

function isOneOf({ values }: Enum, range: Bounds | undefined): boolean {
  return values.length === 1 && range?.min !== undefined && range.max !== undefined;
}

function isListed(value: ScalarValue, { values }: Enum): boolean {
  return values.some((one) => String(one.value).toLowerCase() === String(value).toLowerCase());
}

function isNumber(type: ScalarType | undefined): boolean {
  return type !== undefined && !["string", "boolean", "any"].includes(type);
}

function scalarOf(
  type: TypeExpression,
): { readonly type: ScalarType; readonly format?: string } | undefined {
  if (type.kind === "list")
    return type.items === undefined ? { type: "any" } : scalarOf(type.items);
  return type.kind === "scalar" ? type : undefined;
}
