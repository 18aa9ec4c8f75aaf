import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import {
  TransportError,
  type TransportFailure,
  type TransportPhase,
} from "../errors/transport-error.ts";
import { startTimer } from "../time/deadline.ts";
import type { OwnRequest } from "../transports/own-transport.ts";
import type { HttpResponse } from "../transports/transport.ts";
import { describeFailure, explainRefusal } from "./describe-failure.ts";
import { readBody } from "./read-body.ts";

// Middleboxes may drop an idle connection without notice.
const longestIdle = 60_000;

/** The callbacks at the end of an exchange. */
export interface ExchangeEnds {
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: TransportError) => void;
}

/** A running request of Node and its response. It ends once. */
export class Exchange {
  readonly #request: OwnRequest;
  readonly #outgoing: ClientRequest;
  readonly #ends: ExchangeEnds;
  readonly #begun = performance.now();
  /** Milliseconds until the connection and until the first byte of the response. */
  #connected: number | undefined;
  #answered: number | undefined;
  /** Bytes read from a kept connection before this request. */
  #readBefore = 0;
  /** True if a proxy refused the tunnel. */
  #refused = false;
  #ended = false;
  #timer: ReturnType<typeof startTimer>;

  constructor(request: OwnRequest, outgoing: ClientRequest, ends: ExchangeEnds) {
    this.#request = request;
    this.#outgoing = outgoing;
    this.#ends = ends;
    request.deadline.listen(this.#abort);
    outgoing.on("socket", this.#useSocket);
    outgoing.on("response", this.#read);
    outgoing.on("error", this.#cut);
    outgoing.on("close", () => {
      // A response that has begun reports its own end.
      if (this.#answered === undefined) {
        this.#fail("connection", "The connection was closed unanswered.");
      }
    });
  }

  /** Starts the time limit for the connection. */
  limitConnecting(): void {
    const { connectTimeout, endpoint } = this.#request;
    this.#timer ??= startTimer(connectTimeout, () => {
      this.#fail("timeout", `No connection to ${endpoint.host} within ${connectTimeout} ms.`);
    });
  }

  readonly #useSocket = (socket: Socket) => {
    const reused = this.#outgoing.reusedSocket;
    this.#readBefore = socket.bytesRead;
    // If a proxy refuses the tunnel, the agent passes on the proxy's response.
    this.#refused = socket.pending && !socket.connecting;
    if (this.#refused) return;
    const ready = () => {
      clearTimeout(this.#timer);
      if (!reused) this.#connected = performance.now() - this.#begun;
    };
    const secure = socket instanceof TLSSocket;
    // An agent for a proxy passes sockets that are connected but may lack TLS.
    const shaking = secure && socket.getFinished() === undefined;
    if (reused || !(socket.connecting || shaking)) {
      ready();
      return;
    }
    this.limitConnecting();
    socket.once(secure ? "secureConnect" : "connect", ready);
  };

  readonly #read = (incoming: IncomingMessage) => {
    const { statusCode: status = 0, headers } = incoming;
    this.#followKeepAlive(incoming.socket, String(headers["keep-alive"]));
    const { endpoint, maxResponseBytes } = this.#request;
    if (this.#refused) {
      const { permanent, advice } = explainRefusal(status);
      const message = `No connection to ${endpoint.host}: the proxy answered ${status}${advice}.`;
      this.#fail("connection", message, { permanent });
      return;
    }
    const firstByte = performance.now() - this.#begun;
    this.#answered = firstByte;
    incoming.on("error", this.#cut);
    readBody(incoming, maxResponseBytes, {
      done: (body) => {
        if (!this.#end()) return;
        const timings = { connect: this.#connected, firstByte };
        this.#ends.resolve({ status, headers, body, timings });
      },
      fail: (message, cause) => {
        this.#fail("response", message, { cause });
      },
    });
  };

  /**
   * Keeps the idle connection for the server's keep-alive time, less one second for latency. It is
   * closed if no time is left.
   */
  #followKeepAlive(socket: Socket, told: string): void {
    const [, seconds] = /\btimeout\s*=\s*"?(\d+)/i.exec(told) ?? [];
    if (seconds === undefined) return;
    const time = Math.min(Number(seconds) * 1000 - 1000, longestIdle);
    if (time <= 0) this.#outgoing.shouldKeepAlive = false;
    // The agent's earlier listener has already set its own timeout.
    else socket.once("free", () => socket.setTimeout(time));
  }

  readonly #abort = () => {
    this.#fail("abort", "The request was given up.");
  };

  readonly #cut = (error: Error) => {
    const { host } = this.#request.endpoint;
    const what =
      this.#phase() === "connect"
        ? `No connection to ${host}`
        : `The connection to ${host} was lost`;
    this.#fail("connection", `${what}: ${describeFailure(error)}`, { cause: error });
  };

  #fail(
    reason: TransportFailure,
    message: string,
    more: { readonly cause?: unknown; readonly permanent?: boolean } = {},
  ): void {
    if (!this.#end()) return;
    const outgoing = this.#outgoing;
    const unanswered =
      this.#answered === undefined && outgoing.socket?.bytesRead === this.#readBefore;
    const staleConnection = reason === "connection" && outgoing.reusedSocket && unanswered;
    const phase = this.#phase();
    this.#ends.reject(new TransportError(message, { ...more, phase, reason, staleConnection }));
    outgoing.destroy();
  }

  /**
   * Returns false if the exchange has already ended: `close` and follow-up errors come after each
   * end.
   */
  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#request.deadline.unlisten(this.#abort);
    return true;
  }

  #phase(): TransportPhase {
    if (this.#connected === undefined && !this.#outgoing.reusedSocket) return "connect";
    return this.#outgoing.writableFinished ? "receive" : "send";
  }
}
