import type { Operation } from "../spec/operation.ts";
import { answerSuccess } from "./answer-success.ts";
import type { Answer, Call, Outcome } from "./call.ts";
import { findOperation } from "./find-operation.ts";
import type { Effects } from "./keep-effects.ts";
import { ownParameters } from "./own-parameters.ts";
import type { FailurePlan } from "./plan-failures.ts";
import { refuse } from "./refuse.ts";
import { validateParameters } from "./validate-parameters.ts";
import { verifyCall, type Gate } from "./verify-call.ts";

/** What stands behind the API's path. */
export interface Service {
  readonly operations: readonly Operation[];
  readonly gate: Gate;
  readonly failures: FailurePlan;
  readonly effects: Effects;
}

/**
 * Answers a call in the order of the gateway: is there such an operation, is the call signed, is it
 * well formed; only then do planned failures and the operation itself have their turn.
 */
export function serveCall(service: Service, call: Call, requestId: string): Outcome<Answer> {
  if (call.method !== "GET" && call.method !== "POST") {
    return { refusal: refuse("UnsupportedHTTPMethod", "This http method is not supported.", 405) };
  }
  const found = findOperation(service.operations, call);
  if ("refusal" in found) return found;
  const operation = found.value;
  const parameters = ownParameters(call.parameters, operation);

  const refusal =
    verifyCall(call, service.gate) ??
    validateParameters(operation, parameters) ??
    service.failures.take(operation);
  if (refusal !== undefined) return { refusal };

  const recognized = service.effects.recognize(operation, parameters);
  if (recognized.kind === "refused") return recognized;
  const answer = answerSuccess(operation, call.format, requestId);
  if (recognized.kind === "new") service.effects.keep(operation, parameters, answer.body);
  return { value: answer };
}
