import { afterEach, describe, expect, test, vi } from "vitest";
import { Client, type ClientOptions, type Transport } from "../../src/runtime/index.ts";
import { WebTransport } from "../../src/runtime/platform/web-transport.ts";
import { changeListener, createListener, credentials, request } from "./listener.ts";
import { startLoopback, success } from "./loopback.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const ownFetch: Transport = {
  async send({ url, method, headers, body, signal }) {
    const init = { method, headers, body: body || null, signal };
    const response = await fetch(url, { ...init, redirect: "manual" });
    const { status } = response;
    return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
  },
};

describe.each<[string, ClientOptions]>([
  ["the transport of Node", {}],
  ["the transport of browsers", { transport: new WebTransport() }],
  ["a transport of the caller's", { transport: ownFetch }],
])("with %s", (_, options) => {
  test.each([300, 301, 302, 303, 307, 308])(
    "a redirect is an error with its status, and nobody follows it: %i",
    async (status) => {
      const other = await startLoopback(success);
      const headers = { location: `${other.endpoint}/` };
      const { endpoint, received } = await startLoopback({ status, headers });
      const call = new Client({ credentials, endpoint, ...options }).call(createListener, request);

      await expect(call).rejects.toMatchObject({
        name: "ServiceError",
        status,
        code: `HTTP${status}`,
        message: `HTTP${status}: redirects are not followed (0 characters) (HTTP ${status})`,
        attempts: 1,
      });
      expect(received).toHaveLength(1);
      expect(other.received).toHaveLength(0);
    },
  );

  test("nothing is sent to a host that an answer names", async () => {
    const other = await startLoopback(success);
    const host = new URL(other.endpoint).host;
    const headers = {
      location: other.endpoint,
      "content-location": other.endpoint,
      refresh: `0; url=${other.endpoint}`,
      link: `<${other.endpoint}>; rel="alternate"`,
      "alt-svc": `h2="${host}"; ma=3600`,
      "x-acs-endpoint": host,
    };
    const body = { Code: "Throttling", HostId: host, Recommend: other.endpoint, Endpoint: host };
    const busy = { status: 503, headers: { ...headers, "x-acs-retry-after": "1" }, body };
    const { endpoint, received } = await startLoopback(busy, busy, { headers, body });
    const client = new Client({ credentials, endpoint, ...options });
    await client.call(changeListener, request);
    await client.call(changeListener, request);

    expect(received).toHaveLength(4);
    expect(other.received).toHaveLength(0);
  });
});

test("a redirect that a browser hides is an error, too", async () => {
  const opaque = { status: 0, type: "opaqueredirect", headers: new Headers(), body: null };
  const fetch = vi.fn(() => Promise.resolve(opaque));
  vi.stubGlobal("fetch", fetch);
  const client = new Client({ credentials, endpoint: "h", transport: new WebTransport() });

  await expect(client.call(createListener, request)).rejects.toMatchObject({
    name: "ServiceError",
    status: 0,
    message: "HTTP0: redirects are not followed (0 characters) (HTTP 0)",
  });
  expect(fetch).toHaveBeenCalledOnce();
  expect(fetch).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ redirect: "manual" }),
  );
});
