import { getEventListeners } from "node:events";
import { expect, onTestFinished, vi } from "vitest";
import {
  Client,
  type ClientOptions,
  type Operation,
  type RequestOptions,
} from "../../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials } from "../expect-no-secrets.ts";
import { type ListenerRequest, type ListenerResponse, request } from "../listener.ts";
import { type Behaviour, type MisbehavingServer, startMisbehaving } from "./misbehaving-server.ts";
import { watchTimers } from "./watch-timers.ts";

/** How a call to a misbehaving server ended: one of the two is there. */
export interface Meeting {
  readonly result: ListenerResponse | undefined;
  readonly error: unknown;
  readonly server: MisbehavingServer;
}

/**
 * Calls an operation of a server that behaves so, and expects of every call, however it ends, that
 * no timer, no listener and no connection is left of it, and no secret in its error. Waits between
 * attempts take no time. A transport of the caller's keeps connections, with timers, as it likes.
 */
export async function meet(
  operation: Operation<ListenerRequest, ListenerResponse>,
  behaviours: readonly Behaviour[],
  { timeout, ...options }: Partial<ClientOptions> & Pick<RequestOptions, "timeout"> = {},
): Promise<Meeting> {
  skipWaits();
  const server = await startMisbehaving(...behaviours);
  const timers = watchTimers();
  const client = new Client({
    credentials: secretCredentials,
    endpoint: server.endpoint,
    ...options,
  });
  const { signal } = new AbortController();
  const outcome = await client.call(operation, request, { signal, timeout: timeout ?? {} }).then(
    (result) => ({ result, error: undefined }),
    (error: unknown) => ({ result: undefined, error }),
  );
  client.close();

  expect(getEventListeners(signal, "abort"), "listeners left").toEqual([]);
  if (options.transport === undefined) {
    expect(timers.running.size, "timers left").toBe(0);
    await expectNoSockets(server);
  }
  if (outcome.error !== undefined) expectNoSecrets(outcome.error, ...signaturesIn(server.heard));
  return { ...outcome, server };
}

/** Lets waits between attempts take no time until the end of the test: they are random from 0 on. */
export function skipWaits(): void {
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => {
    random.mockRestore();
  });
}

/** Expects that the client has left every connection, or is just leaving. */
export async function expectNoSockets({ openSockets }: MisbehavingServer): Promise<void> {
  // One that was not read from tells only then that it is over.
  for (const socket of openSockets) socket.resume();
  await vi.waitFor(
    () => {
      expect(openSockets.size, "connections left").toBe(0);
    },
    { interval: 1, timeout: 2_000 },
  );
}

/** The signatures of either kind that were sent. */
function signaturesIn(requests: readonly string[]): string[] {
  return requests.flatMap((text) =>
    [...text.matchAll(/Signature=([^&\s]+)/g)].map(([, found = ""]) => decodeURIComponent(found)),
  );
}
