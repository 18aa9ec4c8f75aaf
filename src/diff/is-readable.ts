import type { ValueType } from "./value-type.ts";

/** For each type of a response those that code for it can read as well. */
const reads: Readonly<Record<ValueType, readonly ValueType[]>> = {
  text: ["time"],
  time: ["text"],
  integer: ["number"],
  long: ["integer", "number", "text", "time"],
  number: ["integer"],
  boolean: [],
  unknown: ["text", "time", "integer", "long", "number", "boolean", "list", "map", "object"],
  list: [],
  map: [],
  object: [],
};

/** Whether code that reads an answer's type can read another one. */
export function isReadable(before: ValueType, after: ValueType): boolean {
  return before === after || reads[before].includes(after);
}
