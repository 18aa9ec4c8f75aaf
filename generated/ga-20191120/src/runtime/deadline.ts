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

/** How far a call has come. */
export interface Progress {
  readonly phase: TransportPhase;
  readonly attempt: number;
}

/** The time a call has: until its total time is over or the caller's signal aborts. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #total: number;
  readonly #begun = performance.now();
  readonly #caller: AbortSignalLike | undefined;
  readonly #timer: ReturnType<typeof startTimer>;
  #end: "abort" | "timeout" | undefined;

  constructor(total: number, caller: AbortSignalLike | undefined) {
    this.#total = total;
    this.#caller = caller;
    if (caller?.aborted) {
      this.#giveUp();
      return;
    }
    caller?.addEventListener("abort", this.#giveUp);
    this.#timer = startTimer(total, () => {
      this.#finish("timeout");
    });
  }

  /** Aborts at the end. */
  get signal(): PlatformAbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds left; none after the end, whatever the clock says. */
  get remaining(): number {
    return this.#controller.signal.aborted ? 0 : this.#total - (performance.now() - this.#begun);
  }

  /**
   * Waits for what `work` begins, but not beyond the end.
   *
   * @throws TransportError at the end; its phase is that of the error `work` then throws, if any
   */
  run<Result>(work: () => Promise<Result>, progress: Progress): Promise<Result> {
    const { signal } = this.#controller;
    if (signal.aborted) return Promise.reject(this.#error(progress));
    return new Promise((resolve, reject) => {
      let turn: ReturnType<typeof setTimeout> | undefined;
      // Work that heeds the signal fails by itself, and knows how far it had come: it gets a turn.
      const stop = () => {
        turn = setTimeout(reject, 0, this.#error(progress));
      };
      const done = () => {
        clearTimeout(turn);
        signal.removeEventListener("abort", stop);
      };
      signal.addEventListener("abort", stop);
      work()
        .catch((error: unknown) => {
          if (!signal.aborted) throw error;
          const phase = isTransportError(error) ? error.phase : progress.phase;
          throw this.#error({ ...progress, phase });
        })
        .finally(done)
        .then(resolve, reject);
    });
  }

  /**
   * Waits for so many milliseconds between two attempts, but not beyond the end.
   *
   * @throws TransportError at the end
   */
  async sleep(milliseconds: number, attempt: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slept = () =>
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
    try {
      await this.run(slept, { phase: "wait", attempt });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Leaves no timer and no listener behind. */
  close(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#giveUp);
  }

  readonly #giveUp = () => {
    this.#finish("abort");
  };

  #finish(end: "abort" | "timeout"): void {
    this.#end ??= end;
    this.#controller.abort();
  }

  #error({ phase, attempt: attempts }: Progress): TransportError {
    const when = phaseTexts[phase];
    if (this.#end === "timeout") {
      const message = `The call took longer than ${this.#total} ms; its time was over ${when}.`;
      return new TransportError(message, { phase, reason: "timeout", attempts });
    }
    const cause = this.#caller?.reason;
    const message = `The call was aborted ${when}.`;
    return new TransportError(message, { phase, reason: "abort", attempts, cause });
  }
}
