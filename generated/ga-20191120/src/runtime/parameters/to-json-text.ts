import { formatTimestamp } from "../time/format-timestamp.ts";
import { describeType } from "./describe-type.ts";
import type { Fault } from "./fault.ts";
import { findDateFault } from "./find-date-fault.ts";
import { findNumberFault } from "./find-number-fault.ts";
import { findTextFault } from "./find-text-fault.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { isTextMap } from "./is-text-map.ts";

/** Is told what is wrong, and where: names and indices, from the outermost. */
export type ReportJson = (names: readonly (string | number)[], fault: Fault) => void;

/**
 * Writes a value as JSON. Unlike `JSON.stringify` it keeps the digits of a bigint, writes a Map as
 * an object and a Date to the second, and reports what has no JSON instead of dropping it.
 */
export function toJsonText(value: unknown, report: ReportJson): string {
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
