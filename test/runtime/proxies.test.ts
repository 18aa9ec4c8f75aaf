import { HttpsProxyAgent } from "https-proxy-agent";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Client, TransportError } from "../../src/runtime/index.ts";
import { startConnectProxy } from "./connect-proxy.ts";
import { expectNoSecrets, secretCredentials } from "./expect-no-secrets.ts";
import { skipWaits } from "./faults/meet.ts";
import { hold, startMisbehaving } from "./faults/misbehaving-server.ts";
import { changeListener, request } from "./listener.ts";
import { certificate, startLoopback, startSecureLoopback, success } from "./loopback.ts";

/** An agent as a README would have it, that also trusts the test's certificate. */
function agentOf(url: string): HttpsProxyAgent<string> {
  const agent = new HttpsProxyAgent(url, { keepAlive: true });
  // What it is given for TLS is for the proxy; this is for what lies behind.
  Object.assign(agent.options, { ca: certificate });
  onTestFinished(() => {
    agent.destroy();
  });
  return agent;
}

const signatures = ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const;
const credentials = secretCredentials;

describe.each(signatures)("through a proxy, signed with %s", (signature) => {
  test.each([
    ["with TLS behind", startSecureLoopback],
    ["without", startLoopback],
  ])("calls share one tunnel, %s", async (_, start) => {
    const proxy = await startConnectProxy();
    const { endpoint, received } = await start(success);
    const agent = agentOf(proxy.url);
    const client = new Client({ credentials, endpoint, agent, signature });

    for (let call = 0; call < 3; call += 1) {
      expect(await client.call(changeListener, request)).toEqual({ RequestId: "REQ-1" });
    }

    expect(received.map(({ connection }) => connection)).toEqual([1, 1, 1]);
    expect(proxy.asked).toEqual([{ to: new URL(endpoint).host, authorization: undefined }]);
  });

  test("that wants a password", async () => {
    const proxy = await startConnectProxy({ user: "us%40er:pass%2Fword" });
    const { endpoint, received } = await startSecureLoopback(success);
    const agent = agentOf(proxy.url);
    await new Client({ credentials, endpoint, agent, signature }).call(changeListener, request);

    expect(proxy.asked).toMatchObject([{ authorization: "Basic dXNAZXI6cGFzcy93b3Jk" }]);
    expect(received).toHaveLength(1);
    expect(received[0]?.headers).not.toHaveProperty("proxy-authorization");
  });
});

describe("a proxy that makes no tunnel is a typed error: nothing was sent", () => {
  test.each([
    ["wants a password", { refuse: 407 }, 1],
    ["forbids the host", { refuse: 403 }, 1],
    ["is asked too often", { refuse: 429 }, 3],
    ["does not reach the host", { refuse: 502 }, 3],
  ])("it %s", async (_, behaviour, attempts) => {
    skipWaits();
    const proxy = await startConnectProxy(behaviour);
    const { endpoint, received } = await startSecureLoopback(success);
    const agent = agentOf(proxy.url.replace("//", "//user:ProxyPassword@"));
    const client = new Client({ credentials, endpoint, agent });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expectNoSecrets(error, "ProxyPassword");
    expect(received).toEqual([]);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({
      message: expect.stringContaining(`the proxy answered ${behaviour.refuse}`) as string,
      phase: "connect",
      reason: "connection",
      permanent: attempts === 1,
      attempts,
    });
    expect(proxy.asked).toHaveLength(attempts);
  });

  test("it is not there", async () => {
    skipWaits();
    const agent = agentOf("http://user:ProxyPassword@127.0.0.1:1");
    const client = new Client({ credentials, endpoint: "localhost", agent });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({
      name: "TransportError",
      phase: "connect",
      reason: "connection",
      attempts: 3,
      cause: { code: "ECONNREFUSED" },
    });
    expectNoSecrets(error, "ProxyPassword");
  });

  test("its name does not exist", async () => {
    skipWaits();
    const agent = agentOf("http://user:ProxyPassword@proxy.invalid");
    const client = new Client({ credentials, endpoint: "localhost", agent });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ phase: "connect", reason: "connection", attempts: 3 });
    expectNoSecrets(error, "ProxyPassword");
  });

  test("it closes the connection", async () => {
    skipWaits();
    const server = await startMisbehaving([({ socket }) => void socket.end()]);
    const agent = agentOf(server.endpoint);
    const client = new Client({ credentials, endpoint: "localhost", agent });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ phase: "connect", reason: "connection", attempts: 3 });
    expectNoSecrets(error);
  });
});

describe("the time for a connection ends the wait for", () => {
  /** Lets the default time pass, and no more. */
  async function afterTenSeconds(
    agent: HttpsProxyAgent<string>,
    endpoint: string,
    reached: () => Promise<unknown>,
  ) {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const client = new Client({ credentials, endpoint, agent, retry: false });
    const call = client.call(changeListener, request).catch((caught: unknown) => caught);
    await reached();
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await call;
    expect(vi.getTimerCount()).toBe(0);
    expectNoSecrets(error);
    return error;
  }

  test("a proxy that does not answer", async () => {
    const proxy = await startMisbehaving([(wire) => wire.more(), hold]);
    const agent = agentOf(proxy.endpoint);

    expect(await afterTenSeconds(agent, "localhost", () => proxy.reached(1))).toMatchObject({
      message: "No connection to localhost within 10000 ms.",
      phase: "connect",
      reason: "timeout",
      attempts: 1,
    });
  });

  test("a service behind it that does not greet", async () => {
    const service = await startMisbehaving([(wire) => wire.more(), hold]);
    const proxy = await startConnectProxy();
    const agent = agentOf(proxy.url);
    const endpoint = service.endpoint.replace("http", "https");

    expect(await afterTenSeconds(agent, endpoint, () => service.reached(1))).toMatchObject({
      phase: "connect",
      reason: "timeout",
      attempts: 1,
    });
  });
});

test("a certificate behind the proxy that nobody trusts is refused before anything is sent", async () => {
  const proxy = await startConnectProxy();
  const { endpoint, received } = await startSecureLoopback(success);
  const agent = new HttpsProxyAgent(proxy.url);
  const client = new Client({ credentials, endpoint, agent, retry: false });
  const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

  expect(error).toMatchObject({
    phase: "connect",
    reason: "connection",
    cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
  });
  expectNoSecrets(error);
  expect(received).toEqual([]);
});

test("abort ends the wait for a tunnel", async () => {
  const proxy = await startMisbehaving([(wire) => wire.more(), hold]);
  const client = new Client({ credentials, endpoint: "localhost", agent: agentOf(proxy.endpoint) });
  const caller = new AbortController();
  const call = client.call(changeListener, request, { signal: caller.signal });
  await proxy.reached(1);
  caller.abort();

  await expect(call).rejects.toMatchObject({ phase: "connect", reason: "abort", attempts: 1 });
});

test("close() leaves the agent to its owner", async () => {
  const proxy = await startConnectProxy();
  const { endpoint, received } = await startLoopback(success);
  const agent = agentOf(proxy.url);
  for (let call = 0; call < 2; call += 1) {
    const client = new Client({ credentials, endpoint, agent });
    await client.call(changeListener, request);
    client.close();
  }
  expect(received.map(({ connection }) => connection)).toEqual([1, 1]);
});
