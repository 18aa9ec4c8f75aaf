import { Agent, type ClientRequest, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { TLSSocket } from "node:tls";
import {
  TransportError,
  type TransportFailure,
  type TransportPhase,
} from "../errors/transport-error.ts";
import type { OwnRequest, OwnTransport } from "../transports/own-transport.ts";
import { startTimer } from "../time/start-timer.ts";
import type { HttpResponse } from "../transports/transport.ts";
import { readBody } from "./read-body.ts";

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

  send(request: OwnRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const { host } = request.endpoint;
      const outgoing = this.#open(request);
      let connect: number | undefined;
      let firstByte: number | undefined;
      let readBefore = 0;
      let refused = false;
      let settled = false;
      let timer: ReturnType<typeof startTimer>;

      const settle = () => {
        settled = true;
        clearTimeout(timer);
        request.deadline.unlisten(abort);
      };
      const fail = (reason: TransportFailure, message: string, cause?: unknown) => {
        // Every request ends with a `close`, and a failure may bring others with it.
        if (settled) return;
        settle();
        const unanswered = firstByte === undefined && outgoing.socket?.bytesRead === readBefore;
        const stale = reason === "connection" && outgoing.reusedSocket && unanswered;
        if (stale) this.#dropIdle();
        reject(
          new TransportError(message, { phase: phase(), reason, cause, staleConnection: stale }),
        );
        outgoing.destroy();
      };
      const phase = (): TransportPhase => {
        if (connect === undefined && !outgoing.reusedSocket) return "connect";
        return outgoing.writableFinished ? "receive" : "send";
      };
      const abort = () => {
        fail("abort", "The request was given up.");
      };
      const cut = (error: Error) => {
        const what =
          phase() === "connect" ? `No connection to ${host}` : `The connection to ${host} was lost`;
        fail("connection", `${what}: ${describe(error)}`, error);
      };

      const startConnecting = () => {
        timer = startTimer(request.connectTimeout, () => {
          fail("timeout", `No connection to ${host} within ${request.connectTimeout} ms.`);
        });
      };

      // A caller's agent may take its time for a connection; one of ours has one to begin with.
      if (this.#given !== undefined) startConnecting();
      request.deadline.listen(abort);
      outgoing.on("error", cut);
      outgoing.on("close", () => {
        // An answer may still be on its way through: then it tells by itself how it ends.
        if (firstByte === undefined) fail("connection", "The connection was closed unanswered.");
      });
      outgoing.on("socket", (socket) => {
        readBefore = socket.bytesRead;
        const ready = () => {
          clearTimeout(timer);
          if (!outgoing.reusedSocket) connect = performance.now() - begun;
        };
        const secure = socket instanceof TLSSocket;
        // A proxy's agent hands over sockets that are connected already, if not secured.
        const shaking = secure && socket.getFinished() === undefined;
        // An agent hands over what its proxy said instead, where that made no tunnel.
        refused = socket.pending && !socket.connecting;
        if (refused) return;
        if (outgoing.reusedSocket || !(socket.connecting || shaking)) {
          ready();
          return;
        }
        if (timer === undefined) startConnecting();
        socket.once(secure ? "secureConnect" : "connect", ready);
      });
      outgoing.on("response", (incoming) => {
        if (refused) {
          fail(
            "connection",
            `No connection to ${host}: the proxy answered ${incoming.statusCode}.`,
          );
          return;
        }
        firstByte = performance.now() - begun;
        const timings = { connect, firstByte };
        incoming.on("error", cut);
        readBody(incoming, request.maxResponseBytes, {
          done: (body) => {
            if (settled) return;
            settle();
            const { statusCode: status = 0, headers } = incoming;
            resolve({ status, headers, body, timings });
          },
          fail: (message, cause) => {
            fail("response", message, cause);
          },
        });
      });
      outgoing.end(request.body);
    });
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
      const message = `The request cannot be sent: ${describe(cause as Error)}`;
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

function describe(error: Error): string {
  // Where every address of a name refuses, Node's error has a code but no message.
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return error.message || code;
}
