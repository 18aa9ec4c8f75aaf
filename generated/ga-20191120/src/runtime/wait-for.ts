import type { AbortSignalLike } from "./transports/transport.ts";
import type { RequestOptions } from "./client-options.ts";
import { cleanText } from "./errors/clean-text.ts";
import { RequestError } from "./errors/request-error.ts";
import { WaitError } from "./errors/wait-error.ts";
import { memberAt } from "./member-at.ts";
import { Deadline } from "./time/deadline.ts";

/** The documented states of a resource. */
export interface Waiter {
  /** The path of the state in a response. */
  readonly state: readonly string[];
  /** States that a resource stays in. */
  readonly settled: readonly string[];
  /** States that mean failure. */
  readonly failed?: readonly string[];
}

/** Options of a wait. */
export interface WaitOptions<State extends string, Response> {
  /**
   * The state to wait for, several states, or a test of the response. Default: any settled state of
   * the page. A failure state ends the wait with an error unless it is requested.
   */
  readonly until?: State | readonly State[] | ((response: Response) => boolean);
  /** Time limit of the wait, in milliseconds. Default 300,000 (five minutes). */
  readonly timeout?: number;
  /**
   * The delay between polls, in milliseconds. It begins at `min` and grows by half up to `max`,
   * with random variation of a fifth. Default: 1,000 to 30,000.
   */
  readonly delay?: { readonly min?: number; readonly max?: number };
  /** Aborts the wait at any point; it fails with a TransportError. */
  readonly signal?: AbortSignalLike;
}

const defaults = { timeout: 300_000, min: 1_000, max: 30_000 };

/**
 * Polls until a response has the expected state, and returns that response.
 *
 * @throws WaitError on a failure state or a timeout
 * @throws TransportError if the signal aborts
 * @throws RequestError if an option is invalid
 */
export async function waitFor<State extends string, Response>(
  ask: (options: RequestOptions) => Promise<Response>,
  waiter: Waiter,
  options: WaitOptions<State, Response> = {},
): Promise<Response> {
  const { until = waiter.settled, timeout = defaults.timeout, signal } = options;
  const { min = defaults.min, max = Math.max(defaults.max, min) } = options.delay ?? {};
  checkTimes({ timeout, min, max });
  const deadline = new Deadline({ attempt: timeout, total: timeout }, signal);
  let answers = 0;
  let state: string | undefined;
  let response: Response | undefined;
  const late = () => {
    const last = state === undefined ? "no state was told" : `the last one was ${cleanText(state)}`;
    const text = `The state has not come in ${String(timeout)} ms: ${last}.`;
    return new WaitError(text, { reason: "timeout", state, answers, response });
  };
  try {
    for (let delay = min; ; delay = Math.min(delay * 1.5, max)) {
      deadline.beginAttempt(answers + 1);
      response = await deadline.run(() => ask({ signal: deadline.signal }), "wait");
      answers += 1;
      state = stateOf(response, waiter);
      if (isThere(until, state, response)) return response;
      if (state !== undefined && waiter.failed?.includes(state)) {
        const text = `The state is ${cleanText(state)}, and what was waited for will not come.`;
        throw new WaitError(text, { reason: "failed", state, answers, response });
      }
      // After an abort no time is left, but it is not a timeout.
      deadline.check("wait");
      const pause = delay * (0.8 + Math.random() * 0.4);
      if (deadline.remaining <= pause) throw late();
      await deadline.sleep(pause);
    }
  } catch (error) {
    const ended = deadline.explain("wait");
    throw ended?.reason === "timeout" ? late() : error;
  } finally {
    deadline.close();
  }
}

function isThere<State extends string, Response>(
  until: NonNullable<WaitOptions<State, Response>["until"]> | readonly string[],
  state: string | undefined,
  response: Response,
): boolean {
  if (typeof until === "function") return until(response);
  if (state === undefined) return false;
  return typeof until === "string" ? state === until : until.some((one) => one === state);
}

function stateOf(response: unknown, { state }: Waiter): string | undefined {
  const value = memberAt(response, state);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function checkTimes(times: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(times)) {
    if (typeof value === "number" && value >= 0) continue;
    const message = `${name} must be a number of milliseconds, from 0 on, or Infinity.`;
    throw new RequestError([{ path: "", rule: "option", message }]);
  }
}
