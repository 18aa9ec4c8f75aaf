import type { Fault } from "./fault.ts";
import { findTextFault } from "./find-text-fault.ts";
import type { ParameterWriter, Presence, WriteValue } from "./parameter-writer.ts";
import { toJsonText } from "./to-json-text.ts";
import { tryJson } from "./try-json.ts";

/**
 * Writes a value as JSON text. Text is taken to be such JSON already.
 *
 * @param check writes the value as if it were no JSON, to have its members checked
 */
export function writeJson<Value>(
  to: ParameterWriter,
  key: string,
  value: Value | null | undefined,
  presence: Presence,
  check?: WriteValue<Value>,
): void {
  if (to.isAbsent(key, value, presence)) return;
  if (typeof value === "string") {
    const isJson = !to.isFull || tryJson(value) !== undefined;
    to.write(key, value, isJson ? findTextFault(value) : invalidJson);
    return;
  }
  const before = to.faults;
  to.checkOnly(() => check?.(to, key, value));
  const text = toJsonText(value, (names, fault) => {
    to.fault(key, fault, names);
  });
  if (to.faults === before) to.write(key, text);
}

const invalidJson: Fault = {
  rule: "invalid-json",
  text: "must be JSON if it is text: give the object or list itself",
};
