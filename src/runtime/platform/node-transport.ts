import { Agent, type ClientRequest, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { TransportError } from "../errors/transport-error.ts";
import type { OwnRequest, OwnTransport } from "../transports/own-transport.ts";
import type { HttpResponse } from "../transports/transport.ts";
import { describeFailure } from "./describe-failure.ts";
import { Exchange } from "./exchange.ts";

// Servers commonly drop a connection that idled for 5 s: it must not be used at that moment.
const agentOptions = { keepAlive: true, timeout: 4_000 };

/** Sends with `node:http` and `node:https`, and keeps connections. */
export class NodeTransport implements OwnTransport {
  readonly #given: object | undefined;
  #http: Agent | undefined;
  #https: HttpsAgent | undefined;

  /** @param agent of the caller's, to be used instead of agents of its own */
  constructor(agent?: object) {
    this.#given = agent;
  }

  async send(request: OwnRequest): Promise<HttpResponse> {
    const outgoing = this.#open(request);
    try {
      return await new Promise((resolve, reject) => {
        const exchange = new Exchange(request, outgoing, { resolve, reject });
        // A caller's agent may take its time for a connection; one of ours has one to begin with.
        if (this.#given !== undefined) exchange.limitConnecting();
        outgoing.end(request.body);
      });
    } catch (error) {
      if (error instanceof TransportError && error.staleConnection) this.#dropIdle();
      throw error;
    }
  }

  /** A later request opens connections anew. */
  close(): void {
    // Unlike `destroy()`, this leaves requests under way alone; their sockets are not kept either.
    for (const agent of this.#agents()) agent.maxFreeSockets = 0;
    this.#dropIdle();
    this.#http = undefined;
    this.#https = undefined;
  }

  /** @throws TransportError if the request cannot even be begun */
  #open({ endpoint, path, method, headers, body }: OwnRequest): ClientRequest {
    const { secure, hostname, port } = endpoint;
    // Agents for proxies go by it, and would else not find the connections that they keep.
    const protocol = secure ? "https:" : "http:";
    const open = secure ? httpsRequest : httpRequest;
    const given = this.#given as Agent | undefined;
    // An agent that goes through a proxy may have headers to add, which a list does not allow.
    const sent =
      given === undefined
        ? listHeaders(headers, body)
        : { ...headers, "accept-encoding": "gzip", "content-length": body.length };
    const agent = given ?? this.#agent(secure);
    try {
      return open({ protocol, method, hostname, port, path, setHost: false, agent, headers: sent });
    } catch (cause) {
      const message = `The request cannot be sent: ${describeFailure(cause)}`;
      throw new TransportError(message, { phase: "connect", cause });
    }
  }

  #agent(secure: boolean): Agent {
    return secure
      ? (this.#https ??= new HttpsAgent(agentOptions))
      : (this.#http ??= new Agent(agentOptions));
  }

  #agents(): Agent[] {
    return [this.#http, this.#https].filter((agent) => agent !== undefined);
  }

  /** Where one kept connection was closed by the other side, the others likely are as well. */
  #dropIdle(): void {
    for (const { freeSockets } of this.#agents()) {
      for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
    }
  }
}

/** Names and values by turns: Node takes a list as it is, where it checks an object at length. */
function listHeaders(headers: OwnRequest["headers"], { length }: string): string[] {
  const list = ["accept-encoding", "gzip", "content-length", String(length)];
  for (const name in headers) list.push(name, headers[name] ?? "");
  return list;
}
