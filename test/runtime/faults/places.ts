import { EventEmitter, once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ClientOptions, TransportPhase } from "../../../src/runtime/index.ts";
import { secretCredentials as credentials } from "../expect-no-secrets.ts";
import { type ListenerRequest, request } from "../listener.ts";
import { startFullBacklog } from "./full-backlog.ts";
import {
  answer,
  type Behaviour,
  head,
  hear,
  hearHeaders,
  hold,
  type MisbehavingServer,
  say,
  startMisbehaving,
  type Step,
} from "./misbehaving-server.ts";

/** A client that is going to get stuck for good. */
export interface Stuck {
  readonly options: ClientOptions;
  readonly request: ListenerRequest;
  /** Waits for the moment it is stuck. */
  readonly moment: () => Promise<unknown>;
  readonly server?: MisbehavingServer;
}

/** Each place where a call can wait for others, and the phase it is in there. */
export const places: [place: string, phase: TransportPhase, begin: () => Promise<Stuck>][] = [
  ["for credentials", "credentials", stuckInCredentials],
  ["for the first packet to be answered", "connect", stuckInConnecting],
  ["for TLS to be greeted", "connect", stuckInGreeting],
  ["for a request to be taken", "send", stuckInSending],
  ["for an answer", "receive", () => stuckInReceiving([hear, hold])],
  [
    "for the rest of the headers",
    "receive",
    () => stuckInReceiving([hear, say("HTTP/1.1 200 OK\r\nconte"), hold]),
  ],
  [
    "for the rest of the body",
    "receive",
    () => stuckInReceiving([hear, say(head(200, { "content-length": 100 }), '{"Req'), hold]),
  ],
  ["for the time of the next attempt", "wait", stuckInBackingOff],
];

function stuckInCredentials(): Promise<Stuck> {
  const asked = new EventEmitter();
  const moment = once(asked, "now");
  const source = {
    getCredential: () => {
      asked.emit("now");
      return new Promise<never>(() => undefined);
    },
  };
  return Promise.resolve({
    options: { credentials: source, endpoint: "localhost" },
    request,
    moment: () => moment,
  });
}

async function stuckInConnecting(): Promise<Stuck> {
  const endpoint = `http://${await startFullBacklog()}`;
  return { options: { credentials, endpoint }, request, moment: () => nextTurn() };
}

/** The server hears the client's greeting, and keeps silent. */
async function stuckInGreeting(): Promise<Stuck> {
  const server = await startMisbehaving([(wire) => wire.more(), hold]);
  return {
    options: { credentials, endpoint: server.endpoint.replace("http", "https") },
    request,
    moment: () => server.reached(1),
    server,
  };
}

async function stuckInSending(): Promise<Stuck> {
  const takeNoMore: Step = ({ socket }) => {
    socket.pause();
  };
  const server = await startMisbehaving([hearHeaders, takeNoMore, hold]);
  return {
    options: { credentials, endpoint: server.endpoint },
    // More than the two ends' buffers hold.
    request: { ...request, Name: "x".repeat(20_000_000) },
    moment: () => server.reached(1),
    server,
  };
}

async function stuckInReceiving(behaviour: Behaviour): Promise<Stuck> {
  const server = await startMisbehaving(behaviour);
  const moment = async () => {
    await server.reached(1);
    await nextTurn();
  };
  return { options: { credentials, endpoint: server.endpoint }, request, moment, server };
}

async function stuckInBackingOff(): Promise<Stuck> {
  const waiting = new EventEmitter();
  const told = once(waiting, "now");
  const throttled = answer(400, '{"Code":"Throttling"}', { "x-acs-retry-after": "59000" });
  const server = await startMisbehaving(throttled);
  const moment = async () => {
    await told;
    await nextTurn();
  };
  const onRetry = () => waiting.emit("now");
  const options = { credentials, endpoint: server.endpoint, onRetry };
  return { options, request, moment, server };
}
