import { expect, test } from "vitest";
import type { RequestOptions } from "../../src/runtime/index.ts";
import { waitFor, type WaitOptions } from "../../src/runtime/wait-for.ts";

const waiter = { state: ["Shelf", "State"], settled: ["active"], failed: ["broken"] };
const delay = { min: 0, max: 0 };

interface Answer {
  readonly Shelf?: { readonly State: string };
}

/** Waits while states are told in turn; the last one for ever. */
async function wait(states: readonly string[], options: WaitOptions<string, Answer> = {}) {
  let asked = 0;
  const ask = (): Promise<Answer> => {
    const State = states[Math.min(asked, states.length - 1)];
    asked += 1;
    return Promise.resolve(State === undefined ? {} : { Shelf: { State } });
  };
  const answer = await waitFor(ask, waiter, { delay, ...options });
  return { state: answer.Shelf?.State, asked };
}

test("asks until something is in a state that it stays in", async () => {
  expect(await wait(["init", "creating", "active"])).toEqual({ state: "active", asked: 3 });
});

test.each<[idea: string, until: NonNullable<WaitOptions<string, Answer>["until"]>]>([
  ["that state", "deleting"],
  ["one of some states", ["gone", "deleting"]],
  ["what an answer is asked for", ({ Shelf }: Answer) => Shelf?.State === "deleting"],
])("asks until there is %s", async (_, until) => {
  expect(await wait(["active", "deleting"], { until })).toEqual({ state: "deleting", asked: 2 });
});

test("a state that nothing good comes of ends the wait", async () => {
  await expect(wait(["creating", "broken"])).rejects.toMatchObject({
    name: "WaitError",
    reason: "failed",
    state: "broken",
    answers: 2,
    response: { Shelf: { State: "broken" } },
  });
});

test("unless it is waited for", async () => {
  expect(await wait(["creating", "broken"], { until: "broken" })).toMatchObject({ asked: 2 });
});

test("the wait ends with its time, and tells the last state", async () => {
  const options = { timeout: 20, delay: { min: 1000 } };

  await expect(wait(["creating"], options)).rejects.toMatchObject({
    reason: "timeout",
    state: "creating",
    answers: 1,
    message: "The state has not come in 20 ms: the last one was creating.",
  });
});

test("also while an answer is waited for", async () => {
  const never = (): Promise<Answer> => new Promise(() => undefined);

  await expect(waitFor(never, waiter, { timeout: 5 })).rejects.toMatchObject({
    reason: "timeout",
    state: undefined,
    answers: 0,
  });
});

test("an answer without a state is none", async () => {
  await expect(wait([], { timeout: 20, delay: { min: 1000 } })).rejects.toMatchObject({
    reason: "timeout",
    state: undefined,
    answers: 1,
  });
});

test("a signal ends the wait, in a question and between two", async () => {
  const controller = new AbortController();
  const ask = ({ signal }: RequestOptions): Promise<Answer> => {
    expect(signal?.aborted).toBe(false);
    queueMicrotask(() => {
      controller.abort(new Error("enough"));
    });
    return Promise.resolve({ Shelf: { State: "creating" } });
  };

  const waiting = waitFor(ask, waiter, { signal: controller.signal });

  await expect(waiting).rejects.toMatchObject({ name: "TransportError", reason: "abort" });
});

test("an error of a question is that of the wait", async () => {
  const refused = () => Promise.reject(new Error("no such shelf"));

  await expect(waitFor(refused, waiter)).rejects.toThrow("no such shelf");
});

test.each([{ timeout: -1 }, { timeout: Number.NaN }, { delay: { min: -1 } }])(
  "%j is refused before anything is asked",
  async (options) => {
    await expect(wait(["active"], options)).rejects.toMatchObject({ name: "RequestError" });
  },
);
