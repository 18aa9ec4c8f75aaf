import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Client, isServiceError, type RetryEvent } from "../../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials } from "../expect-no-secrets.ts";
import { changeListener, request } from "../listener.ts";
import { type Reply, startLoopback, success } from "../loopback.ts";

// Time is what the tests let pass: nobody waits for 5 s.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
});

const body = { Code: "Throttling.User", Message: "Request was denied due to user flow control." };
const seconds = { "retry-after": "5" };
const milliseconds = { "x-acs-retry-after": "5000" };

/** Lets the time of each wait pass once it has begun, and tells how long it was. */
function passing() {
  const waits: number[] = [];
  const onRetry = ({ delay }: RetryEvent) => {
    waits.push(delay);
    setImmediate(() => vi.advanceTimersByTime(delay));
  };
  return { waits, onRetry };
}

describe.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const)("signed with %s", (signature) => {
  describe("a service that throttles for 5 s, and says so", () => {
    test.each([
      ["in seconds, with status 429", { status: 429, body, headers: seconds }],
      ["in milliseconds, with status 400", { status: 400, body, headers: milliseconds }],
      ["in milliseconds, with status 503", { status: 503, body, headers: milliseconds }],
    ] as [string, Reply][])("%s, is waited for", async (_, throttled) => {
      const { endpoint, received } = await startLoopback(throttled, success);
      const begun = performance.now();
      const { waits, onRetry } = passing();
      const client = new Client({ credentials: secretCredentials, endpoint, signature, onRetry });

      expect(await client.call(changeListener, request)).toEqual({ RequestId: "REQ-1" });
      expect(waits).toEqual([5_000]);
      expect(performance.now() - begun).toBe(5_000);
      expect(received).toHaveLength(2);
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  test("one that throttles for 5 s without saying so is outlasted by enough attempts", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const throttled: Reply = { status: 400, body };
    const { endpoint } = await startLoopback(...Array<Reply>(5).fill(throttled), success);
    const { waits, onRetry } = passing();
    const client = new Client({
      credentials: secretCredentials,
      endpoint,
      signature,
      retry: { maxAttempts: 10 },
      onRetry,
    });

    expect(await client.call(changeListener, request)).toEqual({ RequestId: "REQ-1" });
    expect(waits).toEqual([200, 400, 800, 1_600, 3_200]);
  });

  test("one that throttles on is told of in the end", async () => {
    const { endpoint } = await startLoopback({ status: 400, body, headers: milliseconds });
    const { waits, onRetry } = passing();
    const client = new Client({ credentials: secretCredentials, endpoint, signature, onRetry });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(waits).toEqual([5_000, 5_000]);
    expect(isServiceError(error)).toBe(true);
    expect(error).toMatchObject({
      code: "Throttling.User",
      message: "Throttling.User: Request was denied due to user flow control. (HTTP 400)",
      retryAfter: 5_000,
      retryable: true,
      attempts: 3,
    });
    expectNoSecrets(error);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a wait that would outlast the call is not begun: the error is there at once", async () => {
    const { endpoint } = await startLoopback({ status: 400, body, headers: milliseconds });
    const client = new Client({ credentials: secretCredentials, endpoint, signature });
    const timeout = { total: 4_000 };
    const call = client.call(changeListener, request, { timeout });

    await expect(call).rejects.toMatchObject({ code: "Throttling.User", attempts: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });
});
