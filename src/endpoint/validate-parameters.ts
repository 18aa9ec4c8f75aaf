import type { Operation } from "../spec/operation.ts";
import type { Parameters, Refusal } from "./call.ts";
import { checkConditions } from "./check-conditions.ts";
import { readParameters } from "./read-parameters.ts";
import { refuseInvalid, refuseMissing } from "./refuse.ts";

/**
 * Holds a call's parameters against an operation's spec. The gateway names one fault: what is
 * missing first, then the first that is unknown or malformed.
 */
export function validateParameters(
  operation: Operation,
  parameters: Parameters,
): Refusal | undefined {
  const reading = readParameters(operation.request, parameters);
  const problems = [...reading.problems, ...checkConditions(operation.request, reading)];
  const first = problems.find(({ kind }) => kind === "missing") ?? problems[0];
  if (first === undefined) return undefined;
  return first.kind === "missing"
    ? refuseMissing(first.name)
    : refuseInvalid(first.name, first.what);
}
