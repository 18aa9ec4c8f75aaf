import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../spec/operation.ts";
import type { OperationChange } from "./change.ts";

/** Changes of the functions that stand beside an operation's own: what iterates over its list, and what waits. */
export function compareCompanions(old: Operation, now: Operation): OperationChange[] {
  const { line: _, ...before } = { line: undefined, ...old.waiter };
  const { line: __, ...after } = { line: undefined, ...now.waiter };
  return [
    ...compare("iterator", old.pagination, now.pagination),
    ...compare("waiter", old.waiter && before, now.waiter && after),
  ];
}

function compare(
  what: "iterator" | "waiter",
  old: object | undefined,
  now: object | undefined,
): OperationChange[] {
  if (isDeepStrictEqual(old, now)) return [];
  if (old === undefined) {
    return [
      { kind: `${what}-added`, level: "minor", breaks: [], why: "There is a function for it." },
    ];
  }
  if (now === undefined) {
    const why = "Code that calls its function no longer compiles.";
    return [{ kind: `${what}-removed`, level: "major", breaks: ["callers"], why }];
  }
  const why = "Its function has the same types, and asks for or heeds something else.";
  return [{ kind: `${what}-changed`, level: "minor", breaks: [], why }];
}
