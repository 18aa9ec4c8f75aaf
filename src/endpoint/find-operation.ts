import type { Operation } from "../spec/operation.ts";
import type { Call, Outcome } from "./call.ts";
import type { OperationIndex } from "./index-operations.ts";
import { refuse, refuseMissing } from "./refuse.ts";

/** The operation that a call names by version and action. */
export function findOperation(operations: OperationIndex, call: Call): Outcome<Operation> {
  const { action, version } = call;
  if (action === undefined) return { refusal: refuseMissing("Action") };
  if (version === undefined) return { refusal: refuseMissing("Version") };
  const ofVersion = operations.get(version);
  if (ofVersion === undefined) {
    return { refusal: refuse("InvalidVersion", "Specified parameter Version is not valid.") };
  }
  const operation = ofVersion.get(action);
  if (operation === undefined) {
    return {
      refusal: refuse(
        "InvalidApi.NotFound",
        "Specified api is not found, please check your url and method.",
        404,
      ),
    };
  }
  return { value: operation };
}
