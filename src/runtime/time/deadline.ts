import type { AbortSignalLike, PlatformAbortSignal } from "../transports/transport.ts";
import { RequestError } from "../errors/request-error.ts";
import { TransportError, type TransportPhase } from "../errors/transport-error.ts";
import type { AttemptEnd } from "../transports/own-transport.ts";

/** Limits of a deadline, in milliseconds. */
export interface DeadlineLimits {
  readonly attempt: number;
  readonly total: number;
}

interface Subscription {
  readonly calls: Set<() => void>;
  readonly listener: () => void;
}

// One listener for each signal: Node reports more than ten as a leak.
const listeners = new WeakMap<AbortSignalLike, Subscription>();

/**
 * The deadline of a call: its total time, the time of the current attempt, and the caller's signal.
 */
export class Deadline implements AttemptEnd {
  readonly #limits: DeadlineLimits;
  readonly #caller: AbortSignalLike | undefined;
  readonly #begun = performance.now();
  readonly #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof startTimer>;
  #listeners: readonly (() => void)[] = [];
  // Created on demand: own transports need none, and creating one costs more than signing.
  #controller: AbortController | undefined;
  #end: "abort" | "attempt" | "total" | undefined;
  #attempt = 0;

  /** @throws RequestError if `caller` is not an AbortSignal */
  constructor(limits: DeadlineLimits, caller: AbortSignalLike | undefined) {
    if (caller && typeof caller.addEventListener !== "function") {
      const message = "signal must be an AbortSignal.";
      throw new RequestError([{ path: "", rule: "option", message }]);
    }
    this.#limits = limits;
    this.#caller = caller;
    if (caller?.aborted) this.#end = "abort";
    else if (caller) this.#unsubscribe = subscribe(caller, this.#giveUp);
  }

  /** Aborts at the end of the attempt. */
  get signal(): PlatformAbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#end !== undefined) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  /** Milliseconds left for the call; 0 after the caller aborted. */
  get remaining(): number {
    return this.#end === "abort" ? 0 : this.#limits.total - (performance.now() - this.#begun);
  }

  /** Begins an attempt; the first is 1. It ends at its own limit or the call's. */
  beginAttempt(attempt: number): void {
    this.#attempt = attempt;
    this.#endAttempt();
    if (this.#end !== undefined) return;
    // The call begins with the first attempt, so all of its time is left.
    const rest = attempt === 1 ? this.#limits.total : this.remaining;
    const end = this.#limits.attempt < rest ? "attempt" : "total";
    this.#timer = startTimer(Math.min(this.#limits.attempt, rest), () => {
      this.#finish(end);
    });
  }

  /** @throws TransportError if the time is over */
  check(phase: TransportPhase): void {
    if (this.#end !== undefined) throw this.#error(phase);
  }

  /** Returns the timeout or abort that ended this phase, if any. */
  explain(phase: TransportPhase): TransportError | undefined {
    return this.#end === undefined ? undefined : this.#error(phase);
  }

  /** Calls the listener at the end, until `unlisten`. */
  listen(listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  /** Removes a listener. */
  unlisten(listener: () => void): void {
    this.#listeners = this.#listeners.filter((each) => each !== listener);
  }

  /**
   * Waits for `work`, at most to the end. Work that observes the end fails by itself with a more
   * precise phase, so it gets one more turn.
   *
   * @throws TransportError at the end
   */
  async run<Result>(work: () => Promise<Result>, phase: TransportPhase): Promise<Result> {
    this.check(phase);
    return new Promise((resolve, reject) => {
      let turn: ReturnType<typeof setTimeout> | undefined;
      const stop = () => {
        this.unlisten(stop);
        turn = setTimeout(reject, 0, this.#error(phase));
      };
      const done = () => {
        clearTimeout(turn);
        this.unlisten(stop);
      };
      this.listen(stop);
      work().finally(done).then(resolve, reject);
    });
  }

  /**
   * Waits between two attempts, at most to the end. `milliseconds` must be less than `remaining`.
   *
   * @throws TransportError at the end
   */
  sleep(milliseconds: number): Promise<void> {
    this.#endAttempt();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slept = () =>
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
    return this.run(slept, "wait").finally(() => {
      clearTimeout(timer);
    });
  }

  /** Removes the timer and the listener. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
  }

  readonly #giveUp = () => {
    this.#finish("abort");
  };

  #endAttempt(): void {
    clearTimeout(this.#timer);
    // Transports may leave listeners on the signal.
    this.#controller = undefined;
    if (this.#end === "attempt") this.#end = undefined;
  }

  #finish(end: "abort" | "attempt" | "total"): void {
    if (this.#end === undefined || this.#end === "attempt") this.#end = end;
    this.#controller?.abort();
    for (const listener of this.#listeners) listener();
  }

  #error(phase: TransportPhase): TransportError {
    const attempts = this.#attempt;
    const end = this.#end;
    if (end === "abort" || end === undefined) {
      const cause = this.#caller?.reason;
      const message = `The call was aborted (phase: ${phase}).`;
      return new TransportError(message, { phase, reason: "abort", attempts, cause });
    }
    const what = end === "total" ? "call" : end;
    const message = `The ${what} took longer than ${this.#limits[end]} ms (phase: ${phase}).`;
    return new TransportError(message, { phase, reason: "timeout", attempts });
  }
}

function subscribe(signal: AbortSignalLike, call: () => void): () => void {
  let shared = listeners.get(signal);
  if (shared === undefined) {
    const calls = new Set<() => void>();
    const listener = () => {
      for (const each of calls) each();
    };
    shared = { calls, listener };
    listeners.set(signal, shared);
    signal.addEventListener("abort", listener);
  }
  const { calls, listener } = shared;
  calls.add(call);
  return () => {
    if (!calls.delete(call) || calls.size > 0) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", listener);
  };
}

/**
 * Starts a timer. Delays of 2^31 ms (25 days) and more never fire; `setTimeout` would fire at once.
 */
export function startTimer(
  milliseconds: number,
  callback: () => void,
): ReturnType<typeof setTimeout> | undefined {
  return milliseconds < 2 ** 31 ? setTimeout(callback, milliseconds) : undefined;
}
