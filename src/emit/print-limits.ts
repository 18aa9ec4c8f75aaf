import type { LimitsModel } from "../model/package-model.ts";
import type { Bounds } from "../spec/operation.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { numberLiteral } from "./emitters/number-literal.ts";
import { patternLiteral } from "./emitters/pattern-literal.ts";
import { stringLiteral } from "./emitters/string-literal.ts";

/** Prints the constraints of a value for the runtime: `{ length: { max: 64 } }`. */
export function printLimits({ values, length, range, count, pattern }: LimitsModel): Code {
  const limits = [
    ...(values === undefined ? [] : [code`values: [${join(values.map(stringLiteral), ", ")}]`]),
    ...(length === undefined ? [] : [code`length: ${printBounds(length)}`]),
    ...(range === undefined ? [] : [code`range: ${printBounds(range)}`]),
    ...(count === undefined ? [] : [code`count: ${printBounds(count)}`]),
    ...(pattern === undefined ? [] : [code`pattern: ${patternLiteral(pattern)}`]),
  ];
  return code`{ ${join(limits, ", ")} }`;
}

function printBounds({ min, max }: Bounds): Code {
  const bounds = [
    ...(min === undefined ? [] : [code`min: ${numberLiteral(min)}`]),
    ...(max === undefined ? [] : [code`max: ${numberLiteral(max)}`]),
  ];
  return code`{ ${join(bounds, ", ")} }`;
}
