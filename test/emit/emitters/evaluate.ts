import { runInNewContext } from "node:vm";

/** Runs an expression where nothing is in reach. */
export function evaluate(expression: string): unknown {
  return runInNewContext(`"use strict"; (${expression})`, Object.create(null) as object);
}
