import type { Operation } from "../spec/operation.ts";
import { type Refusal, refuse } from "./wire/call.ts";

/** Errors that any call may return and no page lists. */
const gatewayErrors: readonly Refusal[] = [
  refuse("Throttling", "Request was denied due to request throttling."),
  refuse("Throttling.User", "Request was denied due to user flow control."),
  refuse("Throttling.Api", "Request was denied due to api flow control."),
  refuse(
    "ServiceUnavailable",
    "The request has failed due to a temporary failure of the server.",
    503,
  ),
  refuse("InternalError", "The request processing has failed due to some unknown error.", 500),
];

/** Maximum number of pending plans. */
const MOST = 1000;

/** Planned errors of future calls. */
export interface FailurePlan {
  /** @throws {Error} The action or the code is unknown; the message lists the known ones. */
  add(action: string, code: string, times: number): void;
  /** Returns the planned error of a call of this operation, if any, and counts it as used. */
  take(operation: Operation): Refusal | undefined;
  /** Discards all plans. */
  clear(): void;
}

/** Creates an empty failure plan for these operations. */
export function planFailures(operations: readonly Operation[]): FailurePlan {
  const planned: { action: string; code: string; left: number }[] = [];
  return {
    add(action, code, times) {
      const named = operations.filter((operation) => operation.action === action);
      if (named.length === 0) {
        const actions = [...new Set(operations.map((operation) => operation.action))];
        throw new Error(`There is no action ${action}. There is ${list(actions)}.`);
      }
      if (!named.some((operation) => findError(operation, code) !== undefined)) {
        const codes = named.flatMap(({ errors }) => errors.map((error) => error.code));
        const gateway = gatewayErrors.map((error) => error.code);
        throw new Error(
          `${action} has no error ${code}. There is ${list([...new Set([...codes, ...gateway])])}.`,
        );
      }
      if (!Number.isSafeInteger(times) || times < 1) {
        throw new Error(`${times} is not a number of times. It is a whole number from 1.`);
      }
      if (planned.length === MOST) {
        throw new Error(
          `${MOST} failures are planned already. Reset the endpoint, or let calls have them first.`,
        );
      }
      planned.push({ action, code, left: times });
    },
    take(operation) {
      for (const [at, plan] of planned.entries()) {
        if (plan.action !== operation.action) continue;
        const refusal = findError(operation, plan.code);
        if (refusal === undefined) continue;
        plan.left -= 1;
        if (plan.left === 0) planned.splice(at, 1);
        return refusal;
      }
      return undefined;
    },
    clear() {
      planned.length = 0;
    },
  };
}

function findError(operation: Operation, code: string): Refusal | undefined {
  const entry = operation.errors.find((error) => error.code === code);
  if (entry === undefined) return gatewayErrors.find((error) => error.code === code);
  return refuse(code, entry.message ?? entry.meaning ?? code, entry.status ?? 400);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
