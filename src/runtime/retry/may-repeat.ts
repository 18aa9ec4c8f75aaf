import { rawCode } from "../errors/raw-code.ts";
import type { RequestError } from "../errors/request-error.ts";
import { ServiceError } from "../errors/service-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { isThrottling } from "./is-throttling.ts";

/**
 * Whether an attempt may be repeated, such that nothing is done twice: either it was not carried
 * out, or it passes and `repeatable` says that the service recognizes the request.
 */
export function mayRepeat(
  error: RequestError | ServiceError | TransportError,
  repeatable: boolean,
): boolean {
  if (error instanceof ServiceError) {
    return isThrottling(rawCode(error)) || (repeatable && error.retryable);
  }
  if (!(error instanceof TransportError)) return false;
  const passes = !error.permanent && (error.reason === "connection" || error.reason === "timeout");
  // Before these phases are over, nothing is sent.
  return passes && (/^(?:credentials|connect)$/.test(error.phase) || repeatable);
}
