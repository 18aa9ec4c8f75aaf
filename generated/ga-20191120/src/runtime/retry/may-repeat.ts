import { rawCode } from "../errors/raw-code.ts";
import { ServiceError } from "../errors/service-error.ts";
import type { TransportError } from "../errors/transport-error.ts";
import { isThrottling } from "./is-throttling.ts";

/**
 * Whether an attempt may be repeated, such that nothing is done twice: either it was not carried
 * out, or it passes and `repeatable` says that the service recognizes the request.
 */
export function mayRepeat(error: ServiceError | TransportError, repeatable: boolean): boolean {
  if (error instanceof ServiceError) {
    return isThrottling(rawCode(error)) || (repeatable && error.retryable);
  }
  const passes = !error.permanent && (error.reason === "connection" || error.reason === "timeout");
  return passes && (error.phase === "connect" || repeatable);
}
