import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientOptions } from "../../src/runtime/index.ts";
import { skipWaits } from "./faults/meet.ts";
import { changeListener, credentials, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { type Reply, startLoopback, success } from "./loopback.ts";

beforeEach(skipWaits);

const expired: Reply = { status: 400, body: { Code: "InvalidSecurityToken.Expired" } };
const tokensOf = (received: readonly { readonly headers: Readonly<Record<string, string>> }[]) =>
  received.map(({ headers }) => headers["x-acs-security-token"]);

/** A source that hands out another token each time. */
function rotating() {
  let count = 0;
  return {
    getCredential: () => {
      count += 1;
      return Promise.resolve({ ...credentials, securityToken: `token-${count}` });
    },
  };
}

describe.each(platforms)("on the platform %s", async (platform) => {
  const { Client } = await loadRuntime(platform);

  test.each(["InvalidSecurityToken.Expired", "SecurityTokenExpired", "SecurityToken.Expired"])(
    "a token refused with the code %s is read again, and the call repeated at once",
    async (Code) => {
      const { endpoint, received } = await startLoopback({ status: 403, body: { Code } }, success);
      const onRetry = vi.fn();
      const client = new Client({ credentials: rotating(), endpoint, onRetry });

      await client.call(changeListener, request);

      expect(tokensOf(received)).toEqual(["token-1", "token-2"]);
      expect(onRetry).toHaveBeenCalledTimes(1);
      expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ delay: 0 }));
      client.close();
    },
  );

  test("the call is repeated once only, if that does not help", async () => {
    const { endpoint, received } = await startLoopback(expired);
    const client = new Client({ credentials: rotating(), endpoint, retry: { maxAttempts: 5 } });

    await expect(client.call(changeListener, request)).rejects.toMatchObject({
      code: "InvalidSecurityToken.Expired",
      attempts: 2,
    });
    expect(tokensOf(received)).toEqual(["token-1", "token-2"]);
    client.close();
  });

  test.each<[idea: string, options: ClientOptions, replies: readonly Reply[], requests: number]>([
    ["a key that is given, as it stays", { credentials }, [expired], 1],
    ["a call that is tried once", { credentials: rotating(), retry: false }, [expired], 1],
    [
      "a call whose attempts are used up",
      { credentials: rotating(), retry: { maxAttempts: 2 } },
      [{ status: 400, body: { Code: "Throttling" } }, expired],
      2,
    ],
    [
      "a token that is refused for another reason",
      { credentials: rotating() },
      [{ status: 400, body: { Code: "InvalidSecurityToken.MismatchWithAccessKey" } }],
      1,
    ],
    [
      "another kind of token",
      { credentials: rotating() },
      [{ status: 400, body: { Code: "InvalidNextToken.Expired" } }],
      1,
    ],
  ])("not repeated is %s", async (_, options, replies, requests) => {
    const { endpoint, received } = await startLoopback(...replies, success);
    const client = new Client({ endpoint, ...options });

    await expect(client.call(changeListener, request)).rejects.toMatchObject({
      name: "ServiceError",
    });
    expect(received).toHaveLength(requests);
    client.close();
  });

  test("150 calls whose token has expired read the next one once, and all succeed", async () => {
    // More than a client repeats in an outage: an expired token is none.
    const count = 150;
    const { endpoint, received, arrived } = await startLoopback(
      ...Array.from({ length: count }, () => expired),
      success,
    );
    const answers: ((token: string) => void)[] = [];
    const getCredential = () =>
      new Promise<object>((resolve) => {
        answers.push((securityToken) => {
          resolve({ ...credentials, securityToken });
        });
      });
    let repeating = 0;
    const onRetry = () => (repeating += 1);
    const client = new Client({ credentials: { getCredential }, endpoint, onRetry });
    const calls = Array.from({ length: count }, () => client.call(changeListener, request));

    while (answers.length < 1) await new Promise(setImmediate);
    answers[0]?.("old");
    await arrived(count);
    while (repeating < count) await new Promise(setImmediate);
    await new Promise(setImmediate);
    answers[1]?.("new");

    await Promise.all(calls);
    expect(answers).toHaveLength(2);
    expect(tokensOf(received)).toEqual([
      ...Array<string>(count).fill("old"),
      ...Array<string>(count).fill("new"),
    ]);
    client.close();
  });
});
