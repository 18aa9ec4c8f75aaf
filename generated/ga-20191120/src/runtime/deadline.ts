import type { AbortSignalLike, PlatformAbortSignal } from "./abort-signal.ts";
import { isTransportError } from "./errors/is-transport-error.ts";
import { TransportError, type TransportPhase } from "./errors/transport-error.ts";
import { startTimer } from "./start-timer.ts";

const phaseTexts = {
  credentials: "while waiting for credentials",
  connect: "while connecting",
  send: "while sending",
  receive: "while waiting for the answer",
  wait: "while waiting for the next attempt",
};

/** What a deadline limits. `connect` is the transport's to limit. */
export interface DeadlineLimits {
  readonly attempt: number;
  readonly total: number;
}

type End = "abort" | "attempt" | "total";

/**
 * The time a call has: until its total time is over, or the caller's signal aborts; and within it the
 * time of the attempt that is under way.
 */
export class Deadline {
  readonly #limits: DeadlineLimits;
  readonly #caller: AbortSignalLike | undefined;
  readonly #begun = performance.now();
  readonly #listeners = new Set<() => void>();
  readonly #totalTimer: ReturnType<typeof startTimer>;
  #attemptTimer: ReturnType<typeof startTimer>;
  // Most transports of ours need none, and making one costs more than signing.
  #controller: AbortController | undefined;
  #end: End | undefined;
  #attempt = 0;

  constructor(limits: DeadlineLimits, caller: AbortSignalLike | undefined) {
    this.#limits = limits;
    this.#caller = caller;
    if (caller?.aborted) {
      this.#end = "abort";
      return;
    }
    caller?.addEventListener("abort", this.#giveUp);
    this.#totalTimer = startTimer(limits.total, () => {
      this.#finish("total");
    });
  }

  /** Aborts at the end of the attempt's time. */
  get signal(): PlatformAbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#end !== undefined) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  /** Milliseconds left for the call; none after its end, whatever the clock says. */
  get remaining(): number {
    const over = this.#end !== undefined && this.#end !== "attempt";
    return over ? 0 : this.#limits.total - (performance.now() - this.#begun);
  }

  /** Begins an attempt; the first is 1. Its time is over by itself, or when the call's is. */
  beginAttempt(attempt: number): void {
    this.#attempt = attempt;
    this.#endAttempt();
    if (this.#limits.attempt >= this.#limits.total || this.#end !== undefined) return;
    this.#attemptTimer = startTimer(this.#limits.attempt, () => {
      this.#finish("attempt");
    });
  }

  /** @throws TransportError if the time is over */
  check(phase: TransportPhase): void {
    if (this.#end !== undefined) throw this.#error(phase);
  }

  /** Calls back at the end, until told not to any more. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Calls that listener no more. */
  unlisten(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /**
   * Waits for what `work` begins, but not beyond the end.
   *
   * @throws TransportError at the end; its phase is that of the error `work` then throws, if any
   */
  run<Result>(work: () => Promise<Result>, phase: TransportPhase): Promise<Result> {
    if (this.#end !== undefined) return Promise.reject(this.#error(phase));
    return new Promise((resolve, reject) => {
      let turn: ReturnType<typeof setTimeout> | undefined;
      // Work that heeds the end fails by itself, and knows how far it had come: it gets a turn.
      const stop = () => {
        turn = setTimeout(reject, 0, this.#error(phase));
      };
      const done = () => {
        clearTimeout(turn);
        this.#listeners.delete(stop);
      };
      this.#listeners.add(stop);
      work().then(
        (result) => {
          done();
          resolve(result);
        },
        (error: unknown) => {
          done();
          const reached = isTransportError(error) ? error.phase : phase;
          // What is thrown need not be an error: it is thrown on as it is.
          reject(this.#end === undefined ? (error as Error) : this.#error(reached));
        },
      );
    });
  }

  /**
   * Waits for so many milliseconds between two attempts, but not beyond the end.
   *
   * @throws TransportError at the end
   */
  async sleep(milliseconds: number): Promise<void> {
    this.#endAttempt();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slept = () =>
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
    try {
      await this.run(slept, "wait");
    } finally {
      clearTimeout(timer);
    }
  }

  /** Leaves no timer and no listener behind. */
  close(): void {
    clearTimeout(this.#totalTimer);
    clearTimeout(this.#attemptTimer);
    this.#caller?.removeEventListener("abort", this.#giveUp);
  }

  readonly #giveUp = () => {
    this.#finish("abort");
  };

  #endAttempt(): void {
    clearTimeout(this.#attemptTimer);
    if (this.#end !== "attempt") return;
    this.#end = undefined;
    this.#controller = undefined;
  }

  #finish(end: End): void {
    if (this.#end === undefined || this.#end === "attempt") this.#end = end;
    this.#controller?.abort();
    for (const listener of this.#listeners) listener();
  }

  #error(phase: TransportPhase): TransportError {
    const attempts = this.#attempt;
    const when = phaseTexts[phase];
    if (this.#end === "abort") {
      const message = `The call was aborted ${when}.`;
      const cause = this.#caller?.reason;
      return new TransportError(message, { phase, reason: "abort", attempts, cause });
    }
    const [what, limit] =
      this.#end === "attempt" ? ["attempt", this.#limits.attempt] : ["call", this.#limits.total];
    const message = `The ${what} took longer than ${limit} ms; its time was over ${when}.`;
    return new TransportError(message, { phase, reason: "timeout", attempts });
  }
}
