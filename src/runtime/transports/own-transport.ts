import type { PlatformAbortSignal } from "./abort-signal.ts";
import type { TransportPhase } from "../errors/transport-error.ts";
import type { Endpoint } from "../parse-endpoint.ts";
import type { HttpRequest, HttpResponse } from "./transport.ts";

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
