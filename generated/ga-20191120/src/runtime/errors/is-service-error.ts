import { ServiceError } from "./service-error.ts";

/**
 * Whether a call failed because the service answered with an error. Also knows errors of another
 * copy of this package, such as its CommonJS build, which `instanceof` does not.
 */
export function isServiceError(error: unknown): error is ServiceError {
  if (error instanceof ServiceError) return true;
  return (
    error instanceof Error &&
    error.name === "ServiceError" &&
    "code" in error &&
    typeof error.code === "string" &&
    "status" in error &&
    typeof error.status === "number" &&
    "attempts" in error &&
    "retryable" in error
  );
}
