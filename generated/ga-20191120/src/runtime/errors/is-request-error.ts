import { RequestError } from "./request-error.ts";

/** Whether a request was refused before it was sent. Also knows errors of another copy of this package. */
export function isRequestError(error: unknown): error is RequestError {
  if (error instanceof RequestError) return true;
  return (
    error instanceof Error &&
    error.name === "RequestError" &&
    "issues" in error &&
    Array.isArray(error.issues)
  );
}
