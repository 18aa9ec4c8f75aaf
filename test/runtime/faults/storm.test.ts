import { expect, onTestFinished, test, vi } from "vitest";
import { type Endpoint, serveEndpoint } from "../../../src/endpoint/serve-endpoint.ts";
import {
  Client,
  type ClientOptions,
  isServiceError,
  isTransportError,
  type Operation as ClientOperation,
} from "../../../src/runtime/index.ts";
import { loadSpecs } from "../../assemble/load-specs.ts";
import { expectNoSecrets, secretCredentials } from "../expect-no-secrets.ts";
import { changeListener, createListener, type ListenerRequest, request } from "../listener.ts";
import { type Mishap, startFaultyGateway } from "./faulty-gateway.ts";
import { skipWaits } from "./meet.ts";

// `DOCWRIGHT_SEED=<seed>` repeats a run.
const seed = Number(process.env.DOCWRIGHT_SEED ?? Math.floor(Math.random() * 0x7fffffff));
process.stderr.write(`storm: DOCWRIGHT_SEED=${seed}\n`);

const spec = new URL("../../../specs/ga-20191120", import.meta.url).pathname;
const { operations } = await loadSpecs(spec);
const calls = 64;

/** Draws a mishap with this probability, each of them as likely as the others. */
function mishaps(probability: number, ...kinds: Mishap[]): () => Mishap | undefined {
  let state = seed;
  // Mulberry32.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => (random() < probability ? kinds[Math.floor(random() * kinds.length)] : undefined);
}

const before: Mishap[] = ["unavailable before", "reset before"];
const after: Mishap[] = ["unavailable after", "reset after", "cut after"];

async function startEndpoint(served = operations): Promise<Endpoint> {
  const endpoint = await serveEndpoint(served, secretCredentials);
  onTestFinished(() => endpoint.close());
  return endpoint;
}

interface Storm {
  /** The name of each call's listener, with the error of the call, if there was one. */
  readonly outcomes: ReadonlyMap<string, unknown>;
  /** How many requests it took. */
  readonly requests: number;
}

/** Makes many calls at a time, through a gateway where mishaps are drawn. */
async function storm(
  endpoint: Endpoint,
  draw: () => Mishap | undefined,
  {
    operation = createListener,
    ...options
  }: Partial<ClientOptions> & { operation?: ClientOperation<ListenerRequest, unknown> },
): Promise<Storm> {
  skipWaits();
  const gateway = await startFaultyGateway(endpoint.url, draw);
  const credentials = secretCredentials;
  const client = new Client({ credentials, endpoint: gateway.endpoint, ...options });
  const names = Array.from({ length: calls }, (_, at) => `listener-${at}`);
  const outcomes = await Promise.all(
    names.map(async (Name): Promise<[string, unknown]> => {
      const call = client.call(operation, { ...request, Name });
      return [Name, await call.then(() => undefined).catch((error: unknown) => error)];
    }),
  );
  client.close();
  for (const [, error] of outcomes) {
    if (error === undefined) continue;
    expect(isServiceError(error) || isTransportError(error)).toBe(true);
    expectNoSecrets(error);
  }
  return { outcomes: new Map(outcomes), requests: gateway.requests() };
}

/** How many listeners of each name there are. */
function countListeners({ created }: Endpoint): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parameters } of created) {
    const name = parameters.Name ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const signatures = ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const;
const patient = { retry: { maxAttempts: 30 } };

test.each(signatures)(
  "30 % are unavailable: each call makes one listener (%s)",
  async (signature) => {
    const endpoint = await startEndpoint();
    const draw = mishaps(0.3, "unavailable before");
    const { outcomes, requests } = await storm(endpoint, draw, { ...patient, signature });

    expect([...outcomes.values()]).toEqual(Array(calls).fill(undefined));
    expect(countListeners(endpoint)).toEqual(
      new Map([...outcomes.keys()].map((name) => [name, 1])),
    );
    expect(requests).toBeGreaterThan(calls);
  },
);

test.each(signatures)(
  "30 % of the answers are lost, or never made: each call makes one listener all the same (%s)",
  async (signature) => {
    const endpoint = await startEndpoint();
    const draw = mishaps(0.3, ...before, ...after);
    const { outcomes } = await storm(endpoint, draw, { ...patient, signature });

    expect([...outcomes.values()]).toEqual(Array(calls).fill(undefined));
    expect(Object.fromEntries(countListeners(endpoint))).toEqual(
      Object.fromEntries([...outcomes.keys()].map((name) => [name, 1])),
    );
    // The endpoint saw some calls more than once, and knew them by their tokens.
    expect(endpoint.calls.length).toBeGreaterThan(calls);
  },
);

test("every other answer is lost: no call makes two listeners, and what succeeds has made one", async () => {
  const endpoint = await startEndpoint();
  const { outcomes } = await storm(endpoint, mishaps(0.5, ...before, ...after), {});

  const listeners = countListeners(endpoint);
  for (const [name, error] of outcomes) {
    const count = listeners.get(name) ?? 0;
    if (error === undefined) expect(count, name).toBe(1);
    else expect(count, name).toBeLessThanOrEqual(1);
  }
});

test("without a token, no call makes two listeners either", async () => {
  const withoutToken = structuredClone(operations);
  for (const member of withoutToken.flatMap((operation) => operation.request)) {
    Reflect.deleteProperty(member, "idempotencyToken");
  }
  const endpoint = await startEndpoint(withoutToken);
  const operation = { ...changeListener, action: createListener.action };
  const draw = mishaps(0.5, ...before, ...after);
  const { outcomes } = await storm(endpoint, draw, { operation });

  const listeners = countListeners(endpoint);
  for (const [name, error] of outcomes) {
    const count = listeners.get(name) ?? 0;
    if (error === undefined) expect(count, name).toBe(1);
    else expect(count, name).toBeLessThanOrEqual(1);
  }
  // Nothing was sent twice: where an attempt fails, nobody knows what became of it.
  expect(endpoint.created.length).toBeLessThanOrEqual(calls);
});

test("nothing but silence: every call ends at its deadline, and has made one listener", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const endpoint = await startEndpoint();
  const silence = storm(endpoint, () => "silence after", {});
  // Two attempts of 30 s each.
  for (const requests of [calls, 2 * calls]) {
    while (endpoint.calls.length < requests) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(30_000);
  }

  for (const error of (await silence).outcomes.values()) {
    expect(error).toMatchObject({
      message: "The call took longer than 60000 ms (phase: receive).",
      phase: "receive",
      reason: "timeout",
      attempts: 2,
    });
  }
  expect(endpoint.created).toHaveLength(calls);
  expect(vi.getTimerCount()).toBe(0);
});
