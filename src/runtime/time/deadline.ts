import type { AbortSignalLike, PlatformAbortSignal } from "../transports/transport.ts";
import { RequestError } from "../errors/request-error.ts";
import { TransportError, type TransportPhase } from "../errors/transport-error.ts";
import type { AttemptEnd } from "../transports/own-transport.ts";

/** What a deadline limits, in milliseconds. */
export interface DeadlineLimits {
  readonly attempt: number;
  readonly total: number;
}

interface Subscription {
  readonly calls: Set<() => void>;
  readonly listener: () => void;
}

// One listener of each signal, however many calls share it: more than ten look like a leak to Node.
const listeners = new WeakMap<AbortSignalLike, Subscription>();

/**
 * The time a call has: until its total time is over, or the caller's signal aborts; and within it the
 * time of the attempt that is under way.
 */
export class Deadline implements AttemptEnd {
  readonly #limits: DeadlineLimits;
  readonly #caller: AbortSignalLike | undefined;
  readonly #begun = performance.now();
  readonly #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof startTimer>;
  #listeners: readonly (() => void)[] = [];
  // The client's own transports need none, and making one costs more than signing.
  #controller: AbortController | undefined;
  #end: "abort" | "attempt" | "total" | undefined;
  #attempt = 0;

  /** @throws RequestError if the signal is none */
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

  /** Aborts at the end of the attempt's time. */
  get signal(): PlatformAbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#end !== undefined) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  /** Milliseconds left for the call; none once the caller has given up, whatever the clock says. */
  get remaining(): number {
    return this.#end === "abort" ? 0 : this.#limits.total - (performance.now() - this.#begun);
  }

  /** Begins an attempt; the first is 1. It ends by itself when its time is over, or the call's. */
  beginAttempt(attempt: number): void {
    this.#attempt = attempt;
    this.#endAttempt();
    if (this.#end !== undefined) return;
    // With the first attempt the call begins, so nothing of its time is over.
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

  /** What to say of a failure in this phase: that the time is over, if that is so. */
  explain(phase: TransportPhase): TransportError | undefined {
    return this.#end === undefined ? undefined : this.#error(phase);
  }

  /** Calls back at the end, until told not to any more. */
  listen(listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  /** Calls that listener no more. */
  unlisten(listener: () => void): void {
    this.#listeners = this.#listeners.filter((each) => each !== listener);
  }

  /**
   * Waits for what `work` begins, but not beyond the end. Work that heeds the end fails by itself, and
   * may know how far it had come: it is waited for a moment longer.
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
   * Waits for so many milliseconds between two attempts, fewer than remain, but not beyond the end.
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

  /** Leaves no timer and no listener behind. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
  }

  readonly #giveUp = () => {
    this.#finish("abort");
  };

  #endAttempt(): void {
    clearTimeout(this.#timer);
    // Transports add listeners to the signal, and may leave them there.
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
 * Calls back after so many milliseconds. Beyond what 32 bits count, some 25 days, it never does,
 * where `setTimeout` would at once.
 */
export function startTimer(
  milliseconds: number,
  callback: () => void,
): ReturnType<typeof setTimeout> | undefined {
  return milliseconds < 2 ** 31 ? setTimeout(callback, milliseconds) : undefined;
}
