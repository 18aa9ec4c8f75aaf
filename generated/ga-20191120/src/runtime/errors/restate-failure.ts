import type { Redact } from "./create-redactor.ts";
import { isTransportError, TransportError } from "./transport-error.ts";

/**
 * Converts a failure of an attempt to a TransportError with the attempt's number and without
 * secrets.
 *
 * @param signed true if the request was signed; otherwise signing failed
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
  // The abort reason belongs to the caller and stays unchanged.
  const own = reason === "abort" || error.cause === undefined;
  const cause = own ? error.cause : summarizeCause(error.cause, redact);
  const details = { phase, reason, staleConnection, permanent, attempts, cause };
  return new TransportError(redact(error.message), details);
}

const mostLines = 50;

/**
 * Copies the name, message, code and stack of an error. Other properties of transport and source
 * errors often contain the request, and with it the key.
 */
export function summarizeCause(error: unknown, redact: Redact, depth = 0): Error {
  try {
    return summarize(error, redact, depth);
  } catch {
    // A foreign error may have properties of any type, and getters that throw.
    return new Error("a thrown error that cannot be read");
  }
}

function summarize(error: unknown, redact: Redact, depth: number): Error {
  if (!(error instanceof Error)) return new Error(redact(describe(error)));
  const code = "code" in error && typeof error.code === "string" ? redact(error.code) : undefined;
  const summary = new Error(redact(error.message) || (code ?? error.name));
  summary.name = redact(error.name);
  if (error.stack !== undefined) {
    // Each frame has its own line; a message may span lines.
    const stack = error.stack.replace(error.message, () => redact(error.message));
    summary.stack = stack.split("\n", mostLines).map(redact).join("\n");
  }
  if (error.cause !== undefined && depth < 4) {
    summary.cause = summarizeCause(error.cause, redact, depth + 1);
  }
  return code === undefined ? summary : Object.assign(summary, { code });
}

function describe(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}`;
}
