import { getEventListeners } from "node:events";
import { afterAll, describe, expect, test, vi } from "vitest";
import { getGlobalDispatcher } from "undici";
import { Client, type ClientOptions, type HttpResponse } from "../../src/runtime/index.ts";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { expectNoSecrets, secretCredentials as credentials } from "./expect-no-secrets.ts";
import { skipWaits } from "./faults/meet.ts";
import {
  answer,
  end,
  head,
  hear,
  hold,
  reset,
  say,
  startMisbehaving,
  success,
} from "./faults/misbehaving-server.ts";
import { abortable } from "./abortable.ts";
import { changeListener, createListener, request } from "./listener.ts";
import { checkExample, readExample, runExample } from "./readme-example.ts";

const code = readExample("Your own transport");

function undiciClient(endpoint: string, options: ClientOptions = {}): Client {
  return runExample(code, { credentials, endpoint, ...options });
}

afterAll(() => getGlobalDispatcher().close());

test("the README's example takes three lines, and compiles", () => {
  const [, lines = ""] = /async send\(.*\n([^]*?)\n {2}\}/.exec(code) ?? [];
  expect(lines.split("\n").length).toBeLessThanOrEqual(3);
  expect(checkExample(code)).toEqual([]);
});

describe.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const)("undici, signed with %s", (signature) => {
  test("the endpoint takes what it sends, a long request, too", async () => {
    const { operations } = await loadSpecs(
      new URL("../../specs/ga-20191120", import.meta.url).pathname,
    );
    const endpoint = await serveEndpoint(operations, credentials);
    const client = undiciClient(endpoint.url, { signature });
    const PortRanges = Array.from({ length: 300 }, () => ({ FromPort: 1, ToPort: 65499 }));

    await client.call(createListener, request);
    await client.call(createListener, { ...request, Name: "监听", PortRanges });

    expect(endpoint.calls.map(({ status }) => status)).toEqual([200, 200]);
    await endpoint.close();
  });

  test("an error of the service is one", async () => {
    const refused = answer(400, '{"Code":"NotExist.Accelerator","RequestId":"R"}');
    const { endpoint } = await startMisbehaving(refused);
    const error = await undiciClient(endpoint, { signature })
      .call(changeListener, request)
      .catch((caught: unknown) => caught);

    expect(error).toMatchObject({ code: "NotExist.Accelerator", requestId: "R", attempts: 1 });
    expectNoSecrets(error);
  });

  test.each([
    ["reset", [hear, reset]],
    ["ended", [hear, end]],
    ["cut off", [hear, say(head(200, { "content-length": 100 }), "{"), end]],
  ])("a connection that is %s may have been used, for all it tells", async (_, behaviour) => {
    skipWaits();
    const server = await startMisbehaving(behaviour, success);
    const client = undiciClient(server.endpoint, { signature });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({
      name: "TransportError",
      phase: "send",
      reason: "connection",
      attempts: 1,
    });
    expectNoSecrets(error);
  });

  test("what it may repeat, the client repeats", async () => {
    skipWaits();
    const server = await startMisbehaving([hear, reset], answer(503, "{}"), success);
    const client = undiciClient(server.endpoint, { signature });

    expect(await client.call(createListener, request)).toEqual({ RequestId: "REQ-1" });
    expect(server.heard).toHaveLength(3);
  });

  test.each([
    ["an answer", [hear, hold]],
    ["the rest of an answer", [hear, say(head(200, { "content-length": 100 }), "{"), hold]],
  ])("abort ends its wait for %s, and its connection", async (_, behaviour) => {
    const server = await startMisbehaving(behaviour);
    const client = undiciClient(server.endpoint, { signature });
    const { signal, abort } = abortable();
    const call = client.call(changeListener, request, { signal });
    const caught = call.catch((error: unknown) => error);
    await server.reached(1);
    const [socket] = server.openSockets;
    const closed = new Promise((resolve) => socket?.once("close", resolve));
    abort();

    const error = await caught;
    expect(error).toMatchObject({ phase: "send", reason: "abort", attempts: 1 });
    expectNoSecrets(error);
    await closed;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("so does the end of the time", async () => {
    const server = await startMisbehaving([hear, hold]);
    const client = undiciClient(server.endpoint, { signature });
    const call = client.call(changeListener, request, { timeout: { total: 50 } });

    await expect(call).rejects.toMatchObject({
      message: "The call took longer than 50 ms (phase: send).",
      reason: "timeout",
    });
  });
});

describe("an answer that is none, from a transport without types", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "{}"],
    ["no headers", { status: 200, body: "{}" }],
    ["no body", { status: 200, headers: {} }],
    ["a body of bytes", { status: 500, headers: {}, body: new Uint8Array(2) }],
  ])("%s", async (_, answer) => {
    const transport = { send: () => Promise.resolve(answer as HttpResponse) };
    const onResponse = vi.fn();
    const client = new Client({ credentials, endpoint: "h", transport, retry: false, onResponse });

    await expect(client.call(createListener, request)).rejects.toMatchObject({
      name: "TransportError",
    });
    expect(onResponse).toHaveBeenCalledOnce();
  });
});

describe("an error of a transport that is no usual error", () => {
  const throwing = Object.defineProperty(new Error("x"), "message", {
    get: () => {
      throw new Error("no message");
    },
  });

  test.each<[string, Error]>([
    ["a message that is no text", Object.assign(new Error("x"), { message: {} })],
    ["a name that is no text", Object.assign(new Error("x"), { name: 7 })],
    ["a stack that is no text", Object.assign(new Error("x"), { stack: [] })],
    ["a message that cannot be read", throwing],
  ])("is a TransportError: %s", async (_, thrown) => {
    const transport = { send: () => Promise.reject(thrown) };
    const onResponse = vi.fn();
    const client = new Client({ credentials, endpoint: "h", transport, retry: false, onResponse });

    await expect(client.call(createListener, request)).rejects.toMatchObject({
      name: "TransportError",
    });
    expect(onResponse).toHaveBeenCalledOnce();
  });
});
