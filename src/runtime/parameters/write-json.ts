import { type Fault, findDateFault, findNumberFault, findTextFault } from "./faults.ts";
import type { ParameterWriter, Presence, WriteValue } from "./parameter-writer.ts";
import { describeType, isPlainObject, isTextMap, tryJson } from "./value-kinds.ts";
import { formatTimestamp } from "../time/dates.ts";

/**
 * Writes a value as JSON text. Text is sent as it is, and must be JSON.
 *
 * @param check writes the members as parameters, only to validate them
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

/** Receives an error and its path: names and indices, outermost first. */
type ReportJson = (names: readonly (string | number)[], fault: Fault) => void;

/**
 * Serializes a value as JSON. Unlike `JSON.stringify` it keeps the digits of a bigint, and writes a
 * Map as an object and a Date without fractions. It reports values without JSON form instead of
 * dropping them.
 */
function toJsonText(value: unknown, report: ReportJson): string {
  const names: (string | number)[] = [];
  const around: unknown[] = [];
  return write(value);

  function checked(text: string, fault: Fault | undefined): string {
    if (fault !== undefined) report(names, fault);
    return text;
  }

  function write(value: unknown): string {
    if (value === null || typeof value === "boolean" || typeof value === "bigint") {
      return String(value);
    }
    if (typeof value === "string") return checked(JSON.stringify(value), findTextFault(value));
    if (typeof value === "number") return checked(String(value), findNumberFault(value, "unknown"));
    if (value instanceof Date) {
      const fault = findDateFault(value);
      return checked(fault === undefined ? `"${formatTimestamp(value)}"` : "", fault);
    }
    if (around.includes(value)) {
      return checked("", { rule: "cycle", text: "contains itself: take it out" });
    }
    around.push(value);
    const text = writeNested(value);
    around.pop();
    return text;
  }

  function writeNested(value: unknown): string {
    if (Array.isArray(value)) {
      const items = Array.from(value, (item: unknown, index) => {
        names.push(index);
        const text =
          item === undefined
            ? checked("", { rule: "missing-item", text: "is missing: leave no gaps" })
            : write(item);
        names.pop();
        return text;
      });
      return `[${items.join(",")}]`;
    }
    if (isTextMap(value) || isPlainObject(value)) {
      const members: string[] = [];
      for (const [name, member] of isTextMap(value) ? value : Object.entries(value)) {
        if (member === undefined) continue;
        names.push(name);
        members.push(`${write(name)}:${write(member)}`);
        names.pop();
      }
      return `{${members.join(",")}}`;
    }
    const text = `must be what JSON can hold, not ${describeType(value)}`;
    return checked("", { rule: "type", text });
  }
}
