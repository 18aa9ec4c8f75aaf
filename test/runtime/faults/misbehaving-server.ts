import { createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** One side of a connection, as the server has it in hand. */
export interface Wire {
  readonly socket: Socket;
  /** All that has come for the request under way, and not been taken yet. */
  received: Buffer;
  /** Resolves when more has come, or nothing will any more. */
  more(): Promise<void>;
}

/** One thing a server does. It may wait for something first. */
export type Step = (wire: Wire) => void | Promise<void>;

/** What a server does with one request, step by step. Answered well, the connection stays open for another. */
export type Behaviour = readonly Step[];

/** A server on the loopback interface that does as it is told, byte for byte. It ends with the test. */
export interface MisbehavingServer {
  readonly endpoint: string;
  /** The requests that were heard, whole or in part, as the bytes that came. */
  readonly heard: readonly string[];
  /** Connections accepted so far. */
  readonly accepted: () => number;
  readonly openSockets: ReadonlySet<Socket>;
  /** Resolves once so many behaviours have been gone through, up to where they hold, if they do. */
  readonly reached: (count: number) => Promise<void>;
}

/** Starts a server that does one behaviour after the other, and the last one from then on. */
export async function startMisbehaving(...behaviours: Behaviour[]): Promise<MisbehavingServer> {
  const openSockets = new Set<Socket>();
  const heard: string[] = [];
  const progress = new EventTarget();
  let accepted = 0;
  let begun = 0;
  let reached = 0;
  const server = createServer((socket) => {
    accepted += 1;
    openSockets.add(socket);
    socket.on("close", () => openSockets.delete(socket));
    void serve(socket);
  });

  const serve = async (socket: Socket) => {
    const wire = wireOf(socket);
    while (isOpen(socket)) {
      const steps = behaviours[Math.min(begun, behaviours.length - 1)] ?? [];
      begun += 1;
      for (const step of steps) {
        if (step === hold) break;
        await step(wire);
      }
      if (wire.received.length > 0) heard.push(wire.received.toString("latin1"));
      wire.received = Buffer.alloc(0);
      reached += 1;
      progress.dispatchEvent(new Event("reached"));
      if (steps.at(-1) === hold) return;
      // A behaviour for the next request begins with its first byte.
      if (isOpen(socket)) await wire.more();
      if (wire.received.length === 0) return;
    }
  };

  await listen(server);
  onTestFinished(() => {
    server.close();
    for (const socket of openSockets) socket.destroy();
  });
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    heard,
    accepted: () => accepted,
    openSockets,
    reached: async (count) => {
      while (reached < count) {
        await new Promise((resolve) => {
          progress.addEventListener("reached", resolve, { once: true });
        });
      }
    },
  };
}

/** Waits for the headers of the request. */
export const hearHeaders: Step = async (wire) => {
  while (!wire.received.includes("\r\n\r\n")) {
    if (isOver(wire)) return;
    await wire.more();
  }
};

/** Waits for the whole request. */
export const hear: Step = async (wire) => {
  await hearHeaders(wire);
  const head = wire.received.subarray(0, wire.received.indexOf("\r\n\r\n") + 4);
  const [, length = "0"] = /^content-length: *(\d+)/im.exec(head.toString()) ?? [];
  while (wire.received.length < head.length + Number(length)) {
    if (isOver(wire)) return;
    await wire.more();
  }
};

/** Sends bytes, and goes on once they are out of its hands. */
export function say(...bytes: (string | Buffer)[]): Step {
  return ({ socket }) =>
    new Promise((resolve) => {
      socket.write(Buffer.concat(bytes.map((part) => Buffer.from(part))), () => {
        resolve();
      });
    });
}

/** Sends the same bytes many times over, as fast as they are taken; stops where the connection ends. */
export function sayOften(bytes: string, times: number): Step {
  return async ({ socket }) => {
    const most = Math.min(times, Math.ceil(65_536 / bytes.length));
    const block = Buffer.from(bytes.repeat(most));
    for (let left = times; left > 0 && isOpen(socket); left -= most) {
      const part = left < most ? block.subarray(0, left * bytes.length) : block;
      await new Promise<void>((resolve) => {
        socket.write(part, () => {
          resolve();
        });
      });
    }
  };
}

/** The head of an answer: the status line and headers. */
export function head(status: number, headers: Record<string, string | number> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n`;
}

/** Answers a request as a server should. */
export function answer(
  status: number,
  body: string | Buffer = "",
  headers: Record<string, string> = {},
): Behaviour {
  const length = Buffer.byteLength(body);
  return [hear, say(head(status, { ...headers, "content-length": length }), body)];
}

/** What every call is answered with that goes well. */
export const success = answer(200, '{"RequestId":"REQ-1"}', { "content-type": "application/json" });

/** Breaks the connection off as a crash does. */
export const reset: Step = ({ socket }) => {
  socket.resetAndDestroy();
};

/** Ends the connection in good order, if at a bad moment. */
export const end: Step = ({ socket }) => {
  socket.end();
};

/** Does nothing more, and keeps the connection open. */
export const hold: Step = () => undefined;

function isOpen(socket: Socket): boolean {
  return socket.writable && !socket.destroyed;
}

/** Whether nothing more can come. */
function isOver({ socket }: Wire): boolean {
  return socket.destroyed || socket.readableEnded;
}

function wireOf(socket: Socket): Wire {
  const arrivals = new EventTarget();
  const arrive = () => arrivals.dispatchEvent(new Event("more"));
  const wire: Wire = {
    socket,
    received: Buffer.alloc(0),
    more: () =>
      new Promise((resolve) => {
        arrivals.addEventListener(
          "more",
          () => {
            resolve();
          },
          { once: true },
        );
      }),
  };
  socket.on("data", (chunk) => {
    wire.received = Buffer.concat([wire.received, chunk]);
    arrive();
  });
  socket.on("end", arrive).on("close", arrive).on("error", arrive);
  return wire;
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
}
