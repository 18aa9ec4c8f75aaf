import {
  Agent,
  createServer,
  type IncomingMessage,
  request as forward,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What goes wrong with a request, and whether the service behind has done its work by then. */
export type Mishap =
  | "unavailable before"
  | "reset before"
  | "unavailable after"
  | "reset after"
  | "cut after"
  | "silence after";

/** What stands before a service and is to blame. */
export interface FaultyGateway {
  readonly endpoint: string;
  /** The requests that came. */
  readonly requests: () => number;
}

const unavailable = JSON.stringify({ Code: "ServiceUnavailable", Message: "Try again." });

/**
 * Starts a gateway that passes requests on to a service, byte for byte, and its answers back, save for
 * mishaps: one is drawn for each request. It ends with the test.
 */
export async function startFaultyGateway(
  service: string | (() => string),
  draw: () => Mishap | undefined,
): Promise<FaultyGateway> {
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    const [mishap, when] = (draw() ?? "").split(" ");
    void (async () => {
      const body = await read(incoming);
      if (when === "before") fail(mishap, outgoing);
      else {
        const answer = await pass(typeof service === "string" ? service : service(), {
          agent,
          incoming,
          body,
        });
        if (when === "after") fail(mishap, outgoing);
        else outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      }
    })();
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    agent.destroy();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as { port: number };
  return { endpoint: `http://127.0.0.1:${port}`, requests: () => requests };
}

function fail(mishap: string | undefined, outgoing: ServerResponse): void {
  if (mishap === "unavailable") outgoing.writeHead(503).end(unavailable);
  if (mishap === "reset") outgoing.socket?.resetAndDestroy();
  if (mishap === "cut") {
    outgoing.writeHead(200, { "content-length": 1000 }).write("{", () => outgoing.destroy());
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function pass(
  service: string,
  { agent, incoming, body }: { agent: Agent; incoming: IncomingMessage; body: Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = incoming;
    const onward = forward(service + (url ?? ""), { method, headers, agent, setHost: false });
    onward.on("error", reject).on("response", (answer) => {
      const { statusCode: status = 0, headers: told } = answer;
      read(answer).then((text) => {
        resolve({ status, headers: told, body: text });
      }, reject);
    });
    onward.end(body);
  });
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
