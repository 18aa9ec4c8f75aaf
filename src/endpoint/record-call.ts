import type { Call, Refusal } from "./call.ts";
import type { EndpointCall } from "./endpoint.ts";
import { findOperation } from "./find-operation.ts";
import type { OperationIndex } from "./index-operations.ts";
import { ownParameters } from "./own-parameters.ts";

/** How a call came out. */
export interface CallResult {
  /** Absent where it could not be read. */
  readonly call: Call | undefined;
  readonly refusal: Refusal | undefined;
  readonly status: number;
  readonly requestId: string;
}

/** What is kept of a call, for `Endpoint.calls`. */
export function recordCall(operations: OperationIndex, result: CallResult): EndpointCall {
  const { call, refusal, status, requestId } = result;
  return {
    ...describe(operations, call),
    status,
    ...(refusal === undefined ? {} : { code: refusal.code }),
    requestId,
  };
}

function describe(
  operations: OperationIndex,
  call: Call | undefined,
): Pick<EndpointCall, "action" | "version" | "parameters" | "signature"> {
  if (call === undefined) return { parameters: {} };
  const found = findOperation(operations, call);
  const operation = "value" in found ? found.value : undefined;
  return {
    ...(call.action === undefined ? {} : { action: call.action }),
    ...(call.version === undefined ? {} : { version: call.version }),
    parameters: Object.fromEntries(ownParameters(call.parameters, operation)),
    signature: call.signature,
  };
}
