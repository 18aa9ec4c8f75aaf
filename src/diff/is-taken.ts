import type { ValueType } from "./value-type.ts";

/** For each type of a request those whose values it takes as well. */
const takes: Readonly<Record<ValueType, readonly ValueType[]>> = {
  text: [],
  time: ["text"],
  integer: [],
  long: ["integer"],
  number: ["integer"],
  boolean: [],
  unknown: ["text", "time", "integer", "long", "number", "boolean", "list", "map", "object"],
  list: [],
  map: [],
  object: [],
};

/** Whether values that were right for a request's type are right for another one. */
export function isTaken(before: ValueType, after: ValueType): boolean {
  return before === after || takes[after].includes(before);
}
