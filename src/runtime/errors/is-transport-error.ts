import { TransportError } from "./transport-error.ts";

/** Whether a call got no usable answer. Also knows errors of another copy of this package. */
export function isTransportError(error: unknown): error is TransportError {
  if (error instanceof TransportError) return true;
  return error instanceof Error && error.name === "TransportError" && "phase" in error;
}
