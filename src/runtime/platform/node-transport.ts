import { Agent, type ClientRequest, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { TransportError } from "../errors/transport-error.ts";
import type { OwnRequest, OwnTransport } from "../transports/own-transport.ts";
import type { HttpResponse } from "../transports/transport.ts";
import { describeFailure } from "./describe-failure.ts";
import { Exchange } from "./exchange.ts";

// Servers commonly drop a connection after 5 s idle; using it at that moment would fail.
const agentOptions = { keepAlive: true, timeout: 4_000 };

/** Sends with `node:http` and `node:https`, and keeps connections. */
export class NodeTransport implements OwnTransport {
  readonly #given: object | undefined;
  #http: Agent | undefined;
  #https: HttpsAgent | undefined;

  /** @param agent the caller's agent, used instead of own agents */
  constructor(agent?: object) {
    this.#given = agent;
  }

  async send(request: OwnRequest): Promise<HttpResponse> {
    const outgoing = this.#open(request);
    try {
      return await new Promise((resolve, reject) => {
        const exchange = new Exchange(request, outgoing, { resolve, reject });
        // A caller's agent may delay the connection; the own agents start it at once.
        if (this.#given !== undefined) exchange.limitConnecting();
        outgoing.end(request.body);
      });
    } catch (error) {
      if (error instanceof TransportError && error.staleConnection) this.#dropIdle();
      throw error;
    }
  }

  /** Closes idle connections. Later requests open new ones. */
  close(): void {
    // Unlike `destroy()`, this lets running requests finish; their sockets are not kept.
    for (const agent of this.#agents()) agent.maxFreeSockets = 0;
    this.#dropIdle();
    this.#http = undefined;
    this.#https = undefined;
  }

  /** @throws TransportError if the request cannot be started */
  #open({ endpoint, path, method, headers, body }: OwnRequest): ClientRequest {
    const { secure, hostname, port } = endpoint;
    // Agents for proxies file kept connections by protocol.
    const protocol = secure ? "https:" : "http:";
    const open = secure ? httpsRequest : httpRequest;
    const given = this.#given as Agent | undefined;
    // An agent for a proxy may add headers, which requires an object.
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

  /** Drops idle connections: after one was closed remotely, the others likely are too. */
  #dropIdle(): void {
    for (const { freeSockets } of this.#agents()) {
      for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
    }
  }
}

/**
 * Returns alternating names and values: Node uses a list unchanged, but validates an object at
 * length.
 */
function listHeaders(headers: OwnRequest["headers"], { length }: string): string[] {
  const list = ["accept-encoding", "gzip", "content-length", String(length)];
  for (const name in headers) list.push(name, headers[name] ?? "");
  return list;
}
