import { formatTimestamp } from "../format-timestamp.ts";
import { appendProperty } from "./append-property.ts";
import { describeType } from "./describe-type.ts";
import type { Fault } from "./fault.ts";
import { findDateFault } from "./find-date-fault.ts";
import { findNumberFault } from "./find-number-fault.ts";
import { findTextFault } from "./find-text-fault.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { isTextMap } from "./is-text-map.ts";

/** Where a value stands, and whom to tell what is wrong with it. */
export interface JsonPlace {
  readonly path: string;
  readonly report: (path: string, fault: Fault) => void;
  /** The lists and objects around the value. */
  readonly around?: readonly unknown[];
}

/**
 * Writes a value as JSON. Unlike `JSON.stringify` it keeps the digits of a bigint, writes a Map as
 * an object and a Date to the second, and reports what has no JSON instead of dropping it.
 */
export function toJsonText(value: unknown, place: JsonPlace): string {
  const { path, report, around = [] } = place;
  const checked = (text: string, fault: Fault | undefined) => {
    if (fault !== undefined) report(path, fault);
    return text;
  };
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
  const within = [...around, value];
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown, index) => {
      const at = { path: `${path}[${index}]`, report, around: within };
      if (item !== undefined) return toJsonText(item, at);
      report(at.path, { rule: "missing-item", text: "is missing: leave no gaps in a list" });
      return "";
    });
    return `[${items.join(",")}]`;
  }
  if (isTextMap(value) || isPlainObject(value)) {
    const entries = isTextMap(value) ? [...value] : Object.entries(value);
    const members = entries.flatMap(([name, member]) => {
      if (member === undefined) return [];
      const at = { path: appendProperty(path, name), report, around: within };
      return [`${toJsonText(name, at)}:${toJsonText(member, at)}`];
    });
    return `{${members.join(",")}}`;
  }
  const text = `must be something JSON can hold, not ${describeType(value)}`;
  return checked("", { rule: "type", text });
}
