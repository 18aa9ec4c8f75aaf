import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { expect, onTestFinished, test } from "vitest";
import { Client } from "../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials as credentials } from "./expect-no-secrets.ts";
import { skipWaits } from "./faults/meet.ts";
import { hear, hold, startMisbehaving } from "./faults/misbehaving-server.ts";
import { changeListener, request } from "./listener.ts";
import { certificate, startLoopback, startSecureLoopback, success } from "./loopback.ts";

/** An agent that ends with the test. */
function own<Agent extends HttpAgent>(agent: Agent): Agent {
  onTestFinished(() => {
    agent.destroy();
  });
  return agent;
}

test("an agent's own certificates are trusted", async () => {
  const { endpoint, received } = await startSecureLoopback(success);
  const agent = own(new HttpsAgent({ ca: certificate, keepAlive: true }));
  const client = new Client({ credentials, endpoint, agent });

  for (let call = 0; call < 3; call += 1) await client.call(changeListener, request);

  expect(received.map(({ connection }) => connection)).toEqual([1, 1, 1]);
});

test("without them, nothing is sent", async () => {
  skipWaits();
  const { endpoint, received } = await startSecureLoopback(success);
  const error = await new Client({ credentials, endpoint })
    .call(changeListener, request)
    .catch((caught: unknown) => caught);

  expect(error).toMatchObject({
    name: "TransportError",
    phase: "connect",
    reason: "connection",
    attempts: 3,
    cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
  });
  expectNoSecrets(error);
  expect(received).toEqual([]);
});

test("nor where the certificate is another host's", async () => {
  const { endpoint, received } = await startSecureLoopback(success);
  const agent = own(new HttpsAgent({ ca: certificate, servername: "elsewhere.example" }));
  const call = new Client({ credentials, endpoint, agent, retry: false }).call(
    changeListener,
    request,
  );

  await expect(call).rejects.toMatchObject({
    phase: "connect",
    cause: { code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  });
  expect(received).toEqual([]);
});

test("maxSockets: ten calls at a time go over as many connections as there may be", async () => {
  const { endpoint, received } = await startLoopback(success);
  const agent = own(new HttpAgent({ maxSockets: 2, keepAlive: true }));
  const client = new Client({ credentials, endpoint, agent });

  await Promise.all(Array.from({ length: 10 }, () => client.call(changeListener, request)));

  expect(received).toHaveLength(10);
  expect(new Set(received.map(({ connection }) => connection))).toEqual(new Set([1, 2]));
});

test("maxSockets: the wait for a connection has the time of a connection, and was not sent", async () => {
  const server = await startMisbehaving([hear, hold]);
  const agent = own(new HttpAgent({ maxSockets: 1 }));
  const client = new Client({ credentials, endpoint: server.endpoint, agent, retry: false });
  const first = client.call(changeListener, request).catch(() => undefined);
  await server.reached(1);
  const second = client.call(changeListener, request, { timeout: { connect: 20 } });

  await expect(second).rejects.toMatchObject({
    message: expect.stringMatching(/^No connection to 127.0.0.1:\d+ within 20 ms/) as string,
    phase: "connect",
    reason: "timeout",
  });
  expect(server.accepted()).toBe(1);
  agent.destroy();
  await first;
});

test("maxSockets: a call that is given up while it waits is out of the queue", async () => {
  const server = await startMisbehaving([hear, hold]);
  const agent = own(new HttpAgent({ maxSockets: 1 }));
  const client = new Client({ credentials, endpoint: server.endpoint, agent, retry: false });
  const first = client.call(changeListener, request).catch(() => undefined);
  await server.reached(1);
  const caller = new AbortController();
  const second = client.call(changeListener, request, { signal: caller.signal });
  caller.abort();

  await expect(second).rejects.toMatchObject({ phase: "connect", reason: "abort" });
  agent.destroy();
  await first;
  expect(server.heard).toHaveLength(1);
});

test("an agent for the other scheme is told of", async () => {
  skipWaits();
  const agent = own(new HttpAgent());
  const call = new Client({ credentials, endpoint: "https://localhost", agent }).call(
    changeListener,
    request,
  );

  await expect(call).rejects.toMatchObject({
    message: expect.stringContaining('Protocol "https:" not supported') as string,
    phase: "connect",
  });
});
