import type { PlatformAbortSignal } from "./abort-signal.ts";
import type { OwnRequest, OwnTransport } from "./own-transport.ts";
import type { HttpRequest, Transport } from "./transport.ts";

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
