import { describe, expect, test, vi } from "vitest";
import { changeListener, credentials, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { startLoopback, success } from "./loopback.ts";

const throttled = { status: 429, body: { Code: "Throttling" } };
const date = "Sun, 22 Nov 2026 10:00:00 GMT";
const longest = 2_147_483_647;

describe.each(platforms)("on the platform %s", async (platform) => {
  const { Client } = await loadRuntime(platform);

  /** How long the client would wait, by its error. */
  async function waitOf(headers: Readonly<Record<string, string>>): Promise<unknown> {
    const { endpoint } = await startLoopback({ ...throttled, headers: { date, ...headers } });
    const client = new Client({ credentials, endpoint, retry: false });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);
    client.close();
    return (error as { readonly retryAfter?: unknown }).retryAfter;
  }

  test.each<[value: string, wait: number | undefined]>([
    ["0", 0],
    ["5", 5_000],
    ["0.5", 500],
    [".25", 250],
    ["2.", 2_000],
    ["0.0001", 1],
    ["5, 10", 5_000],
    ["2147484", longest],
    ["9".repeat(400), longest],
    ["Sun, 22 Nov 2026 10:00:07 GMT", 7_000],
    ["Sunday, 22-Nov-26 10:00:07 GMT", 7_000],
    ["Sun Nov 22 10:00:07 2026", 7_000],
    ["Sun, 22 Nov 2026 09:00:00 GMT", 0],
    ["Fri, 31 Dec 9999 23:59:59 GMT", longest],
    ["-5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["soon", undefined],
    ["5 seconds", undefined],
    [".", undefined],
    ["", undefined],
    ["2026-11-22T10:00:07Z", undefined],
    ["Sun, 22 Nov 2026 10:00:07", undefined],
  ])("retry-after: %s", async (value, wait) => {
    expect(await waitOf({ "retry-after": value })).toBe(wait);
  });

  test.each<[value: string, wait: number | undefined]>([
    ["250", 250],
    ["0.5", 1],
    ["250, 500", 250],
    ["9".repeat(20), longest],
    ["soon", 3_000],
  ])("x-acs-retry-after: %s, in milliseconds, goes before retry-after", async (value, wait) => {
    expect(await waitOf({ "x-acs-retry-after": value, "retry-after": "3" })).toBe(wait);
  });

  test("a date is compared with the client's clock where the service tells no date", async () => {
    const headers = { "retry-after": "Sun, 22 Nov 2026 10:00:07 GMT" };
    const clock = () => new Date("2026-11-22T10:00:05Z");
    const send = () => Promise.resolve({ status: 503, headers, body: "" });
    const client = new Client({ credentials, endpoint: "h", transport: { send }, clock });
    const call = client.call(changeListener, request, { retry: false });
    await expect(call).rejects.toMatchObject({ retryAfter: 2_000 });
  });

  test("a date that has passed is not waited for", async () => {
    const headers = { date, "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT" };
    const { endpoint } = await startLoopback({ ...throttled, headers }, success);
    const onRetry = vi.fn();
    const client = new Client({ credentials, endpoint, onRetry });
    await client.call(changeListener, request);
    expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ delay: 0 }));
    client.close();
  });

  test("a date that the call would not live to see ends it at once", async () => {
    const headers = { date, "retry-after": "Sun, 22 Nov 2026 10:01:01 GMT" };
    const { endpoint, received } = await startLoopback({ ...throttled, headers }, success);
    const client = new Client({ credentials, endpoint });
    const call = client.call(changeListener, request);
    await expect(call).rejects.toMatchObject({ code: "Throttling", retryAfter: 61_000 });
    expect(received).toHaveLength(1);
    client.close();
  });
});
