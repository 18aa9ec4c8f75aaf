import { answerSuccess } from "./answer.ts";
import { findOperation, type OperationIndex, ownParameters } from "./find-operation.ts";
import type { Effects } from "./keep-effects.ts";
import { validateParameters } from "./parameters/validate-parameters.ts";
import type { FailurePlan } from "./plan-failures.ts";
import type { Resources } from "./resources/keep-resources.ts";
import { type Answer, type Call, type Outcome, refuse } from "./wire/call.ts";
import { type Gate, verifyCall } from "./wire/verify-call.ts";

/** The parts of the service behind the API's path. */
export interface Service {
  readonly operations: OperationIndex;
  readonly gate: Gate;
  readonly failures: FailurePlan;
  readonly effects: Effects;
  readonly resources: Resources;
}

/**
 * Handles a call in the order of the gateway: finds the operation, verifies the signature, validates
 * parameters.
 *
 * Planned failures and the operation itself come after that.
 */
export function serveCall(service: Service, call: Call, requestId: string): Outcome<Answer> {
  if (call.method !== "GET" && call.method !== "POST") {
    return { refusal: refuse("UnsupportedHTTPMethod", "This http method is not supported.", 405) };
  }
  const found = findOperation(service.operations, call);
  if ("refusal" in found) return found;
  const operation = found.value;
  const parameters = ownParameters(call.parameters, operation, call.signature);

  const refusal =
    verifyCall(call, service.gate) ??
    validateParameters(operation, parameters) ??
    service.failures.take(operation);
  if (refusal !== undefined) return { refusal };

  const recognized = service.effects.recognize(operation, parameters);
  if (recognized.kind === "refused") return recognized;
  if (recognized.kind === "repeated") {
    return { value: answerSuccess(operation, call.format, requestId, recognized.known) };
  }
  const carriedOut = service.resources.carryOut(operation, parameters);
  if ("refusal" in carriedOut) return carriedOut;
  const known = carriedOut.value;
  const answer = answerSuccess(operation, call.format, requestId, known);
  // Read-only operations have no effects.
  if (operation.readOnly !== true) {
    service.effects.keep({ operation, parameters, answer: answer.body, known });
  }
  return { value: answer };
}
