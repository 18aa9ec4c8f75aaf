import type { Deadline } from "./deadline.ts";
import type { Redact } from "./errors/create-redactor.ts";
import { isTransportError } from "./errors/is-transport-error.ts";
import { summarizeCause } from "./errors/summarize-cause.ts";
import { TransportError } from "./errors/transport-error.ts";
import type { HttpRequest, HttpResponse, Transport } from "./transport.ts";

/** One attempt to send. */
export interface Sending {
  readonly transport: Transport;
  readonly request: HttpRequest;
  readonly attempt: number;
  readonly redact: Redact;
}

/**
 * Sends a request in the time there is.
 *
 * @throws TransportError whatever the transport throws, with nothing of the key in it
 */
export async function sendWithin(deadline: Deadline, sending: Sending): Promise<HttpResponse> {
  const { transport, request, attempt, redact } = sending;
  const send = async () => {
    try {
      return await transport.send(request);
    } catch (error) {
      throw restate(error, attempt, redact);
    }
  };
  return deadline.run(send, { phase: "send", attempt });
}

function restate(error: unknown, attempts: number, redact: Redact): TransportError {
  if (!isTransportError(error)) {
    const cause = summarizeCause(error, redact);
    const message = `The transport failed: ${cause.message}`;
    return new TransportError(message, { phase: "send", attempts, cause });
  }
  const { phase, reason } = error;
  const cause = error.cause === undefined ? undefined : summarizeCause(error.cause, redact);
  return new TransportError(redact(error.message), { phase, reason, attempts, cause });
}
