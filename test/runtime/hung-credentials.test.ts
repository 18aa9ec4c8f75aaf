import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { ProvidedCredentials } from "../../src/runtime/index.ts";
import { abortable } from "./abortable.ts";
import { skipWaits } from "./faults/meet.ts";
import { changeListener, createListener, credentials, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { startLoopback, success } from "./loopback.ts";

// Time is what the tests let pass: nobody waits for 30 s.
beforeEach(() => {
  skipWaits();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
});

/** A source that answers when it is told to, with a key that has the question's number. */
function startSource(answersAtOnce: (question: number) => boolean = () => false) {
  const questions: { answer: () => void; fail: (error: Error) => void }[] = [];
  const getCredential = () =>
    new Promise<ProvidedCredentials>((resolve, reject) => {
      const number = questions.length + 1;
      const answer = () => {
        resolve({ ...credentials, accessKeyId: `key-${number}` });
      };
      questions.push({ answer, fail: reject });
      if (answersAtOnce(number)) answer();
    });
  const asked = async (count: number) => {
    while (questions.length < count) await new Promise(setImmediate);
  };
  return { source: { getCredential }, questions, asked };
}

const keysOf = (received: readonly { readonly headers: Readonly<Record<string, string>> }[]) =>
  received.map(({ headers }) => /Credential=([^,]*)/.exec(headers.authorization ?? "")?.[1]);

describe.each(platforms)("on the platform %s", async (platform) => {
  const { Client } = await loadRuntime(platform);

  test("a source that hangs once is asked again after an attempt's time, by a call that may not be repeated, too", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, asked } = startSource((question) => question > 1);
    const client = new Client({ credentials: source, endpoint });
    const call = client.call(changeListener, request);

    await asked(1);
    await vi.advanceTimersByTimeAsync(30_001);

    await call;
    await client.call(changeListener, request);
    expect(keysOf(received)).toEqual(["key-2", "key-3"]);
    client.close();
  });

  test.each([
    ["time", { timeout: { total: 5_000 } }],
    ["attempt", { retry: false as const }],
  ])("after a call whose only %s is over, the next one asks again", async (_, options) => {
    const { endpoint, received } = await startLoopback(success);
    const { source, asked } = startSource((question) => question > 1);
    const client = new Client({ credentials: source, endpoint });
    const failed = expect(client.call(createListener, request, options)).rejects.toMatchObject({
      phase: "credentials",
      reason: "timeout",
      attempts: 1,
    });

    await asked(1);
    await vi.advanceTimersByTimeAsync(30_001);
    await failed;
    expect(vi.getTimerCount()).toBe(0);

    await client.call(createListener, request, options);
    expect(keysOf(received)).toEqual(["key-2"]);
    client.close();
  });

  test("after a call that was aborted, the next one asks again", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, asked } = startSource((question) => question > 1);
    const client = new Client({ credentials: source, endpoint, timeout: { attempt: Infinity } });
    const { signal, abort } = abortable();
    const failed = expect(client.call(createListener, request, { signal })).rejects.toMatchObject({
      phase: "credentials",
      reason: "abort",
    });

    await asked(1);
    abort();
    await vi.advanceTimersByTimeAsync(1);
    await failed;

    await client.call(createListener, request);
    expect(keysOf(received)).toEqual(["key-2"]);
    client.close();
  });

  test("a call that is aborted takes nothing from those that wait for the same answer", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, questions, asked } = startSource();
    const client = new Client({ credentials: source, endpoint });
    const { signal, abort } = abortable();
    const failed = expect(client.call(createListener, request, { signal })).rejects.toMatchObject({
      reason: "abort",
    });
    const others = [1, 2, 3].map(() => client.call(createListener, request));

    await asked(1);
    abort();
    await vi.advanceTimersByTimeAsync(1);
    await failed;
    questions[0]?.answer();

    await Promise.all(others);
    expect(questions).toHaveLength(1);
    expect(keysOf(received)).toEqual(["key-1", "key-1", "key-1"]);
    client.close();
  });

  test("a call that came late to a question that hangs takes the answer to the next question", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, questions, asked } = startSource();
    const client = new Client({ credentials: source, endpoint });
    const first = client.call(createListener, request);
    await asked(1);
    await vi.advanceTimersByTimeAsync(29_000);
    const late = client.call(createListener, request, { retry: false });

    await vi.advanceTimersByTimeAsync(1_001);
    await asked(2);
    questions[1]?.answer();

    await Promise.all([first, late]);
    expect(questions).toHaveLength(2);
    expect(keysOf(received)).toEqual(["key-2", "key-2"]);
    client.close();
  });

  test("a question that fails after it was left behind fails no later call", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, questions, asked } = startSource();
    const client = new Client({ credentials: source, endpoint });
    const call = client.call(createListener, request);
    await asked(1);
    await vi.advanceTimersByTimeAsync(30_001);
    await asked(2);

    questions[0]?.fail(new Error("too late"));
    await new Promise(setImmediate);
    questions[1]?.answer();

    await call;
    expect(keysOf(received)).toEqual(["key-2"]);
    client.close();
  });

  test("an answer that comes after its question was left behind is used by no later call", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, questions, asked } = startSource();
    const client = new Client({ credentials: source, endpoint });
    const call = client.call(createListener, request);
    await asked(1);
    await vi.advanceTimersByTimeAsync(30_001);
    await asked(2);

    questions[0]?.answer();
    await new Promise(setImmediate);
    questions[1]?.answer();

    await call;
    expect(keysOf(received)).toEqual(["key-2"]);
    client.close();
  });

  test("a source that hangs every other time delays calls, and ends none", async () => {
    const { endpoint, received } = await startLoopback(success);
    const { source, asked } = startSource((question) => question % 2 === 0);
    const client = new Client({ credentials: source, endpoint });

    for (let count = 1; count <= 5; count += 1) {
      const call = client.call(createListener, request);
      await asked(2 * count - 1);
      await vi.advanceTimersByTimeAsync(30_001);
      await call;
    }

    expect(keysOf(received)).toEqual(["key-2", "key-4", "key-6", "key-8", "key-10"]);
    client.close();
  });

  test("200 calls that share a question that hangs share the next one, too", async () => {
    const send = vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "{}" }));
    const { source, questions, asked } = startSource();
    const client = new Client({ credentials: source, endpoint: "localhost", transport: { send } });
    const calls = Array.from({ length: 200 }, () => client.call(changeListener, request));
    await asked(1);

    await vi.advanceTimersByTimeAsync(30_001);
    await asked(2);
    questions[1]?.answer();

    await Promise.all(calls);
    expect(questions).toHaveLength(2);
    expect(send).toHaveBeenCalledTimes(200);
  });

  test("1,000 calls without a limit of their own go on as soon as one call has left the question behind", async () => {
    const send = vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "{}" }));
    const { source, asked } = startSource((question) => question > 1);
    const client = new Client({
      credentials: source,
      endpoint: "localhost",
      transport: { send },
      timeout: { attempt: Infinity, total: Infinity },
    });
    const calls = Array.from({ length: 1_000 }, () => client.call(createListener, request));
    await asked(1);

    const timeout = { attempt: 1_000 };
    const impatient = client.call(createListener, request, { timeout });
    await vi.advanceTimersByTimeAsync(1_001);

    await Promise.all([impatient, ...calls]);
    expect(send).toHaveBeenCalledTimes(1_001);
  });
});
