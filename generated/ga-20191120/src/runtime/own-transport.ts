import type { Endpoint } from "./parse-endpoint.ts";
import type { HttpRequest, HttpResponse } from "./transport.ts";

/** A request with what spares the client's own transports work. */
export interface OwnRequest extends HttpRequest {
  readonly endpoint: Endpoint;
  /** Of `url`, with the query. */
  readonly path: string;
  /** Calls back when `signal` would abort: making a signal costs more than signing. */
  onAbort(listener: () => void): void;
  offAbort(listener: () => void): void;
}

/** A transport that comes with the client. */
export interface OwnTransport {
  send(request: OwnRequest): Promise<HttpResponse>;
  close?(): void;
}
