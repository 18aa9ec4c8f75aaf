import type { OwnTransport } from "./own-transport.ts";
import { SentRequest } from "./sent-request.ts";
import type { Transport } from "./transport.ts";

/** Makes a transport keep to the deadline, whether it heeds the signal or not. */
export function wrapTransport(transport: Transport): OwnTransport {
  return {
    send: (request) => request.deadline.run(() => transport.send(new SentRequest(request)), "send"),
    close: () => transport.close?.(),
  };
}
