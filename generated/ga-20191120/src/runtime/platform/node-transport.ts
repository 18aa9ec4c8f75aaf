import { Agent, type IncomingMessage, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import {
  TransportError,
  type TransportFailure,
  type TransportPhase,
} from "../errors/transport-error.ts";
import { startTimer } from "../start-timer.ts";
import type { HttpRequest, HttpResponse, Transport } from "../transport.ts";
import { longestBody } from "./longest-body.ts";

// Servers commonly drop a connection that idled for 5 s: it must not be used at that moment.
const agentOptions = { keepAlive: true, timeout: 4_000 };

/** Sends with `node:http` and `node:https`, and keeps connections. */
export class NodeTransport implements Transport {
  #http: Agent | undefined;
  #https: HttpsAgent | undefined;

  send(request: HttpRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const { url, method, headers, body, connectTimeout, signal } = request;
      const secure = url.startsWith("https:");
      const open = secure ? httpsRequest : httpRequest;
      const outgoing = open(url, { method, headers, agent: this.#agent(secure), setHost: false });
      let phase: TransportPhase = "connect";
      let timer: ReturnType<typeof startTimer>;
      let settled = false;

      const settle = () => {
        settled = true;
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      };
      const fail = (reason: TransportFailure, message: string, cause?: Error) => {
        // Every request ends with a `close`, and a failure may bring others with it.
        if (settled) return;
        settle();
        reject(new TransportError(message, { phase, reason, cause }));
        outgoing.destroy();
      };
      const abort = () => {
        fail("abort", "The request was given up.");
      };
      const cut = (error: Error) => {
        fail("connection", explain(phase, request, error), error);
      };

      signal.addEventListener("abort", abort);
      outgoing.on("error", cut);
      outgoing.on("close", () => {
        fail("connection", "The connection was closed before the answer was complete.");
      });
      outgoing.on("socket", (socket) => {
        if (outgoing.reusedSocket) {
          phase = "send";
          return;
        }
        timer = startTimer(connectTimeout, () => {
          fail("timeout", `No connection to ${headers.host} within ${connectTimeout} ms.`);
        });
        socket.once(secure ? "secureConnect" : "connect", () => {
          clearTimeout(timer);
          phase = "send";
        });
      });
      outgoing.on("finish", () => {
        phase = "receive";
      });
      outgoing.on("response", (incoming) => {
        phase = "receive";
        incoming.on("error", cut);
        readBody(incoming, (text) => {
          if (text === undefined) {
            fail("response", `The answer is longer than ${longestBody} bytes.`);
            return;
          }
          settle();
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
        });
      });
      outgoing.end(body);
    });
  }

  /** A later request opens connections anew. */
  close(): void {
    for (const agent of [this.#http, this.#https]) {
      if (agent === undefined) continue;
      // Unlike `destroy()`, this leaves requests under way alone; their sockets are not kept either.
      agent.maxFreeSockets = 0;
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) socket.destroy();
      }
    }
    this.#http = undefined;
    this.#https = undefined;
  }

  #agent(secure: boolean): Agent {
    return secure
      ? (this.#https ??= new HttpsAgent(agentOptions))
      : (this.#http ??= new Agent(agentOptions));
  }
}

/** Hands over the text, or undefined as soon as there is too much of it. */
function readBody(incoming: IncomingMessage, done: (text: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > longestBody) done(undefined);
    else chunks.push(chunk);
  });
  incoming.on("end", () => {
    done(Buffer.concat(chunks).toString());
  });
}

function explain(phase: TransportPhase, { headers }: HttpRequest, error: Error): string {
  // Where every address of a name refuses, Node's error has a code but no message.
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const detail = error.message || code;
  return phase === "connect"
    ? `No connection to ${headers.host}: ${detail}`
    : `The connection to ${headers.host} was lost: ${detail}`;
}
