import type { HttpRequest, HttpResponse, PlatformAbortSignal, Transport } from "./transport.ts";
import type { TransportPhase } from "../errors/transport-error.ts";
import type { Endpoint } from "./parse-endpoint.ts";

/** The end of an attempt, as transports see it. */
export interface AttemptEnd {
  readonly signal: PlatformAbortSignal;
  listen(listener: () => void): void;
  unlisten(listener: () => void): void;
  run<Result>(work: () => Promise<Result>, phase: TransportPhase): Promise<Result>;
}

/** A signed request with extra fields that save the client's own transports work. */
export interface OwnRequest extends Omit<HttpRequest, "signal"> {
  readonly endpoint: Endpoint;
  /** The path from the slash on, with the query. */
  readonly path: string;
  /** The deadline of the attempt. Listening to it is cheaper than a signal. */
  readonly deadline: AttemptEnd;
}

/** A transport as the client uses it: its own, or the caller's wrapped. */
export interface OwnTransport {
  /** Rejects at the end of the deadline. */
  send(request: OwnRequest): Promise<HttpResponse>;
  close?(): void;
}

// Shared by all requests: a getter for each would cost more than signing.
const lazySignal: PropertyDescriptor & ThisType<OwnRequest> = {
  enumerable: true,
  get(): PlatformAbortSignal {
    return this.deadline.signal;
  },
};

/**
 * Makes a transport observe the deadline, even if it ignores the signal. The signal is created on
 * access, also by a copy with `{ ...request }`.
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
