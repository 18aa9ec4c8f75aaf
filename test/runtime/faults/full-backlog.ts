import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";

const listening = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    // From here on it accepts nothing more.
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/**
 * An address that does not even answer a first packet (SYN), as behind a firewall that drops: somebody
 * listens there, but never accepts, and as many wait already as may. It is free again after the test.
 */
export async function startFullBacklog(): Promise<string> {
  const worker = new Worker(listening, { eval: true });
  const [port] = (await once(worker, "message")) as [number];
  const waiting = Array.from({ length: 16 }, () =>
    connect(port, "127.0.0.1").on("error", () => undefined),
  );
  await Promise.race(waiting.map((socket) => once(socket, "connect")));
  onTestFinished(async () => {
    for (const socket of waiting) socket.destroy();
    await worker.terminate();
  });
  return `127.0.0.1:${port}`;
}
