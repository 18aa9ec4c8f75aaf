import { isServiceError } from "../errors/is-service-error.ts";
import { isTransportError } from "../errors/is-transport-error.ts";
import { isThrottling } from "./is-throttling.ts";

/**
 * Whether an attempt may be repeated, such that nothing is done twice: either it was not carried
 * out, or it passes and `repeatable` says that the service recognizes the request.
 */
export function mayRepeat(error: unknown, repeatable: boolean): boolean {
  if (isServiceError(error)) {
    return isThrottling(error.code) || (repeatable && error.retryable);
  }
  if (isTransportError(error)) {
    const passes = error.reason === "connection" || error.reason === "timeout";
    return passes && (error.phase === "connect" || repeatable);
  }
  return false;
}
