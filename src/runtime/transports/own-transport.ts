import type { HttpRequest, HttpResponse, PlatformAbortSignal, Transport } from "./transport.ts";
import type { TransportPhase } from "../errors/transport-error.ts";
import type { Endpoint } from "./parse-endpoint.ts";

/** The end of an attempt's time, as a transport needs it. */
export interface AttemptEnd {
  readonly signal: PlatformAbortSignal;
  listen(listener: () => void): void;
  unlisten(listener: () => void): void;
  run<Result>(work: () => Promise<Result>, phase: TransportPhase): Promise<Result>;
}

/** A signed request with what spares the client's own transports work. */
export interface OwnRequest extends Omit<HttpRequest, "signal"> {
  readonly endpoint: Endpoint;
  /** From the slash on, with the query. */
  readonly path: string;
  /** Of the attempt. Listening to it costs less than to a signal. */
  readonly deadline: AttemptEnd;
}

/** A transport as the client uses it: one of its own, or the caller's in a wrapping. */
export interface OwnTransport {
  /** Rejects by itself at the end of the deadline. */
  send(request: OwnRequest): Promise<HttpResponse>;
  close?(): void;
}

// Shared by all requests: a getter of its own for each would cost more than signing.
const lazySignal: PropertyDescriptor & ThisType<OwnRequest> = {
  enumerable: true,
  get(): PlatformAbortSignal {
    return this.deadline.signal;
  },
};

/**
 * Makes a transport keep to the deadline, whether it heeds the signal or not. The signal is made only for
 * those who ask; a copy of the request by `{ ...request }` has it, too.
 */
export function wrapTransport(transport: Transport): OwnTransport {
  return {
    send: (request) => request.deadline.run(() => transport.send(withSignal(request)), "send"),
    close: () => transport.close?.(),
  };
}

function withSignal(request: OwnRequest): HttpRequest {
  return Object.defineProperty(request, "signal", lazySignal) as OwnRequest & HttpRequest;
}
