import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly form: Readonly<Record<string, string>>;
  /** Tells connections apart, counted from 1. */
  readonly connection: number;
}

/** What the server answers: JSON where the body is not text. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Answers by hand, so as to misbehave. */
export type Misbehave = (response: ServerResponse, socket: Socket) => void;

/** A server on the loopback interface; it ends with the test. */
export interface Loopback {
  readonly endpoint: string;
  readonly received: readonly Received[];
  readonly openSockets: ReadonlySet<Socket>;
  /** Resolves once the server has been asked so often. */
  readonly arrived: (count: number) => Promise<void>;
}

export const success: Reply = { body: { RequestId: "REQ-1" } };

/** Starts a server that gives the replies one after the other, and the last one from then on. */
export function startLoopback(...replies: (Reply | Misbehave)[]): Promise<Loopback> {
  return start(createServer(), replies);
}

/** Made by `fixtures/tls/make.sh`. To be trusted by whoever calls the server below. */
export const certificate = readFileSync(new URL("fixtures/tls/certificate.pem", import.meta.url));
const key = readFileSync(new URL("fixtures/tls/key.pem", import.meta.url));

/** The same with TLS, as `localhost`. */
export async function startSecureLoopback(...replies: (Reply | Misbehave)[]): Promise<Loopback> {
  const loopback = await start(createSecureServer({ key, cert: certificate }), replies);
  return {
    ...loopback,
    endpoint: loopback.endpoint.replace("http://127.0.0.1", "https://localhost"),
  };
}

async function start(server: Server, replies: (Reply | Misbehave)[]): Promise<Loopback> {
  const received: Received[] = [];
  const openSockets = new Set<Socket>();
  const numbers = new Map<Socket, number>();
  const ignore = () => undefined;
  let notify: () => void = ignore;
  server.on("request", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void receive(incoming).then((request) => {
      received.push({ ...request, connection: numbers.get(incoming.socket) ?? 0 });
      const reply = replies[Math.min(received.length, replies.length) - 1] ?? success;
      notify();
      if (typeof reply === "function") reply(outgoing, incoming.socket);
      else send(outgoing, reply);
    });
  });
  // Of a connection with TLS, requests know only what lies above it.
  const opened = "setSecureContext" in server ? "secureConnection" : "connection";
  server.on(opened, (socket: Socket) => {
    numbers.set(socket, numbers.size + 1);
    openSockets.add(socket);
    socket.on("close", () => openSockets.delete(socket)).on("error", ignore);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of openSockets) socket.destroy();
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    openSockets,
    arrived: async (count) => {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<Omit<Received, "connection">> {
  let body = "";
  for await (const chunk of incoming.setEncoding("utf8")) body += String(chunk);
  const url = new URL(incoming.url ?? "/", "http://loopback");
  return {
    method: incoming.method ?? "",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}

function send(outgoing: ServerResponse, { status = 200, headers, body = "" }: Reply): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  outgoing.writeHead(status, headers).end(text);
}
