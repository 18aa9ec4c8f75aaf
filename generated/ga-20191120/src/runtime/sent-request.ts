import type { PlatformAbortSignal } from "./abort-signal.ts";
import type { AttemptEnd, OwnRequest } from "./own-transport.ts";
import type { HttpRequest } from "./transport.ts";

/** A request for a transport of the caller's. */
export class SentRequest implements HttpRequest {
  // Shared by all: a getter of its own for each object would cost more than signing.
  static readonly #descriptor: PropertyDescriptor & ThisType<SentRequest> = {
    enumerable: true,
    get() {
      return this.#end.signal;
    },
  };

  readonly method: "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connectTimeout: number;
  readonly maxResponseBytes: number;
  /** Made only for those who ask; a copy of the request by `{ ...request }` has it, too. */
  declare readonly signal: PlatformAbortSignal;
  readonly #end: AttemptEnd;

  constructor(request: OwnRequest) {
    this.method = request.method;
    this.url = request.endpoint.origin + request.path;
    this.headers = request.headers;
    this.body = request.body;
    this.connectTimeout = request.connectTimeout;
    this.maxResponseBytes = request.maxResponseBytes;
    this.#end = request.deadline;
    Object.defineProperty(this, "signal", SentRequest.#descriptor);
  }
}
