import { isDeepStrictEqual } from "node:util";
import type { ScalarShape } from "../spec/operation.ts";
import { mentionsValue } from "./mentions.ts";
import { placeOf, type MemberChange, type Pair } from "./pair.ts";
import { valueType } from "./value-type.ts";

/** Returns the changes of documented values. */
export function compareValues(pair: Pair<ScalarShape>): MemberChange[] {
  const { side, old, new: now } = pair;
  const place = placeOf(pair);
  const [before, after] = [valuesOf(old), valuesOf(now)];
  if (!hasConstants(now) || isDeepStrictEqual(before, after)) return compareClosedness(pair);
  if (after.length === 0) {
    const why =
      "Any value is sent; code that names one by its constant has to write the value itself.";
    return [
      {
        kind: "values-unlisted",
        level: "minor",
        breaks: [],
        ...place,
        before: before.join(", "),
        why,
      },
      ...compareClosedness(pair),
    ];
  }
  const [listed, listedNow] = [new Set(before), new Set(after)];
  const spelling = new Map(after.map((value) => [value.toLowerCase(), value]));
  const isRespelled = (value: string) => spelling.has(value.toLowerCase());
  // A value that the new page names in prose is not removed.
  const gone = before.filter(
    (value) => !listedNow.has(value) && (isRespelled(value) || !mentionsValue(pair.newText, value)),
  );
  const goneSpellings = new Set(gone.map((value) => value.toLowerCase()));
  const come = after.filter(
    (value) => !listed.has(value) && !goneSpellings.has(value.toLowerCase()),
  );
  const closed = now.enum?.closed === true && side === "request";
  return [
    ...gone.filter(isRespelled).map((value): MemberChange => ({
      kind: "value-respelled",
      level: closed ? "major" : "minor",
      breaks: closed ? ["callers"] : [],
      ...place,
      before: value,
      after: spelling.get(value.toLowerCase()) ?? "",
      why: closed
        ? "Requests with the old spelling are refused."
        : "Its constant stands for the new spelling; the old one is sent, too.",
    })),
    ...gone
      .filter((value) => !isRespelled(value))
      .map((value): MemberChange => ({
        kind: "value-removed",
        level: "major",
        breaks: [side === "request" ? "callers" : "readers"],
        ...place,
        before: value,
        why: closed
          ? "Requests with it are refused."
          : "Code that names it by its constant no longer compiles.",
      })),
    ...come.map((value): MemberChange => ({
      kind: "value-added",
      level: "minor",
      breaks: [],
      ...place,
      after: value,
      why: "There is a constant for it; every type of values is open.",
    })),
    ...compareClosedness(pair),
  ];
}

/**
 * Compares the closedness of a request's value list. Callers that use documented values are not
 * affected.
 */
function compareClosedness(pair: Pair<ScalarShape>): MemberChange[] {
  const { side, old, new: now } = pair;
  const [wasClosed, isClosed] = [old.enum?.closed === true, now.enum?.closed === true];
  if (side === "response" || wasClosed === isClosed) return [];
  const [before, after] = [valuesOf(old), valuesOf(now)];
  const place = placeOf(pair);
  if (!isClosed) {
    const why = "Requests with other values are sent.";
    return [
      {
        kind: "values-opened",
        level: "minor",
        breaks: [],
        ...place,
        before: before.join(", "),
        why,
      },
    ];
  }
  const why = "Requests with other values are refused before they are sent.";
  return before.length > 0
    ? [
        {
          kind: "values-closed",
          level: "minor",
          breaks: [],
          ...place,
          after: after.join(", "),
          why,
        },
      ]
    : [
        {
          kind: "values-closed",
          level: "major",
          breaks: ["callers"],
          ...place,
          after: after.join(", "),
          why,
        },
      ];
}

/** True if a package has constants for the values of a type. */
function hasConstants(shape: ScalarShape): boolean {
  return ["text", "integer", "long", "number"].includes(valueType(shape));
}

/** Returns the documented values as texts; empty if none are listed. */
export function valuesOf(shape: ScalarShape): string[] {
  return shape.enum?.values.map(({ value }) => String(value)) ?? [];
}
