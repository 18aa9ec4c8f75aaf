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

// Whatever lies on the way may forget a connection, and then says nothing.
const longestIdle = 60_000;

/** Whom to tell how an exchange ends. */
export interface ExchangeEnds {
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: TransportError) => void;
}

/** A request of Node's that is under way, and its answer. It ends once. */
export class Exchange {
  readonly #request: OwnRequest;
  readonly #outgoing: ClientRequest;
  readonly #ends: ExchangeEnds;
  readonly #begun = performance.now();
  /** When there was a connection, and when the answer began. */
  #connected: number | undefined;
  #answered: number | undefined;
  /** What was read from a kept connection before. */
  #readBefore = 0;
  /** Whether a proxy made no tunnel. */
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
      // An answer may still be on its way through: then it tells by itself how it ends.
      if (this.#answered === undefined) {
        this.#fail("connection", "The connection was closed unanswered.");
      }
    });
  }

  /** Gives getting a connection its time, from now on. */
  limitConnecting(): void {
    const { connectTimeout, endpoint } = this.#request;
    this.#timer ??= startTimer(connectTimeout, () => {
      this.#fail("timeout", `No connection to ${endpoint.host} within ${connectTimeout} ms.`);
    });
  }

  readonly #useSocket = (socket: Socket) => {
    const reused = this.#outgoing.reusedSocket;
    this.#readBefore = socket.bytesRead;
    // An agent hands over what its proxy said instead, where that made no tunnel.
    this.#refused = socket.pending && !socket.connecting;
    if (this.#refused) return;
    const ready = () => {
      clearTimeout(this.#timer);
      if (!reused) this.#connected = performance.now() - this.#begun;
    };
    const secure = socket instanceof TLSSocket;
    // A proxy's agent hands over sockets that are connected already, if not secured.
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
   * Keeps the connection, once it is free, for as long as the server says that it does, less a second for the
   * way. Where that leaves nothing it is not kept.
   */
  #followKeepAlive(socket: Socket, told: string): void {
    const [, seconds] = /\btimeout\s*=\s*"?(\d+)/i.exec(told) ?? [];
    if (seconds === undefined) return;
    const time = Math.min(Number(seconds) * 1000 - 1000, longestIdle);
    if (time <= 0) this.#outgoing.shouldKeepAlive = false;
    // The agent, which has listened for longer, has put it away by then, with a time of its own.
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

  /** False if it has ended already: every request ends with a `close`, and failures bring others. */
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
