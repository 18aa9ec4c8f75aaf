import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Client, isServiceError, type ServiceError } from "../../src/runtime/index.ts";
import { changeListener, createListener, request } from "./listener.ts";
import { startLoopback, success } from "./loopback.ts";

// Keys as emulators and tests have them, and such as are words that services use.
const keys = [
  "s",
  "id",
  "test",
  "testid",
  "Time",
  "Listener",
  "Throttling",
  "NotExist",
  "NotExist.Accelerator",
  "InvalidTimeStamp",
  "InvalidTimeStamp.Expired",
  "ServiceUnavailable",
  "SignatureDoesNotMatch",
];

const listenerErrorCode = {
  NotExistAccelerator: "NotExist.Accelerator",
  QuotaExceededListenerPort: "QuotaExceeded.ListenerPort",
} as const;

/** Written as the emitted guards are. */
function isListenerError(error: unknown): error is ServiceError {
  return isServiceError(error) && Object.values<string>(listenerErrorCode).includes(error.code);
}

describe.each(keys)("whatever the key, as %s", (key) => {
  const credentials = { accessKeyId: key, accessKeySecret: key, securityToken: key };

  test.each(Object.values(listenerErrorCode))(
    "the documented code %s is told, and known by the guards",
    async (Code) => {
      const { endpoint } = await startLoopback({ status: 400, body: { Code, Message: "m" } });
      const client = new Client({ credentials, endpoint, retry: false });
      const error: unknown = await client
        .call(createListener, request)
        .catch((caught: unknown) => caught);

      expect(isListenerError(error) && error.code).toBe(Code);
      expect(String(error)).toBe(`ServiceError: ${Code}: m (HTTP 400)`);
    },
  );

  test.each(["Throttling", "Throttling.User", "Throttling.ByNotExist.Accelerator"])(
    "an attempt is repeated after %s",
    async (Code) => {
      const headers = { "x-acs-retry-after": "0" };
      const { endpoint } = await startLoopback({ status: 400, headers, body: { Code } }, success);
      const client = new Client({ credentials, endpoint });
      await expect(client.call(changeListener, request)).resolves.toEqual({ RequestId: "REQ-1" });
    },
  );

  test("the clock is set after InvalidTimeStamp.Expired", async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const body = { Code: "InvalidTimeStamp.Expired" };
    const { endpoint, received } = await startLoopback(
      { status: 400, headers: { date }, body },
      success,
    );
    await new Client({ credentials, endpoint }).call(changeListener, request);
    expect(received).toHaveLength(2);
  });

  test("what passes is retryable, and a wrong signature is explained", async () => {
    const bodies = ["ServiceUnavailable", "InternalError.NotExist", "SignatureDoesNotMatch"].map(
      (Code) => ({ Code, Message: `GET&%2F&` }),
    );
    const { endpoint } = await startLoopback(...bodies.map((body) => ({ status: 400, body })));
    const client = new Client({ credentials, endpoint, retry: false });
    const errors: unknown[] = [];
    while (errors.length < bodies.length) {
      errors.push(await client.call(createListener, request).catch((caught: unknown) => caught));
    }
    expect(errors.map((error) => isServiceError(error) && error.retryable)).toEqual([
      true,
      true,
      false,
    ]);
    expect(String(errors[2])).toContain("The service signed another text");
  });
});

test("a code that is not of words shows nothing of a secret of 8 characters", async () => {
  const credentials = { accessKeyId: "Secret01", accessKeySecret: "s", securityToken: "Listener" };
  const { endpoint } = await startLoopback({
    status: 400,
    body: { Code: "Forbidden.Secret01", Message: "Secret01 s Listener" },
  });
  const client = new Client({ credentials, endpoint, retry: false });
  const error: unknown = await client.call(createListener, request).catch((one: unknown) => one);

  expect(error).toMatchObject({
    code: "Forbidden.[redacted]",
    message: "Forbidden.[redacted]: [redacted] s [redacted] (HTTP 400)",
  });
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain("Secret01");
});
