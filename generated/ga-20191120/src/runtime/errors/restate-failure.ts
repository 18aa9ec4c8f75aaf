import type { Redact } from "./create-redactor.ts";
import { isTransportError } from "./is-transport-error.ts";
import { summarizeCause } from "./summarize-cause.ts";
import { TransportError } from "./transport-error.ts";

/**
 * Restates what an attempt failed with, with the attempt's number and nothing of the key in it.
 *
 * @param signed whether there was a request to send; if not, sending did not fail but signing
 */
export function restateFailure(
  error: unknown,
  { attempts, signed, redact }: { attempts: number; signed: boolean; redact: Redact },
): TransportError {
  if (!isTransportError(error)) {
    const cause = summarizeCause(error, redact);
    const phase = signed ? "send" : "credentials";
    const reason = signed ? "connection" : "credentials";
    const message = `${signed ? "Transport" : "Signing"} failed: ${cause.message}`;
    return new TransportError(message, { phase, reason, attempts, cause });
  }
  const { phase, reason, staleConnection, permanent } = error;
  // What the caller aborted with is the caller's own.
  const own = reason === "abort" || error.cause === undefined;
  const cause = own ? error.cause : summarizeCause(error.cause, redact);
  const details = { phase, reason, staleConnection, permanent, attempts, cause };
  return new TransportError(redact(error.message), details);
}
