import type { RequestError } from "../errors/request-error.ts";
import { isThrottling, rawCode, ServiceError } from "../errors/service-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** The retry rules of a call. */
export interface AttemptRules {
  /** The number of attempts, the first included; 1 disables retries. */
  readonly maxAttempts: number;
  /** True if a retry cannot take effect twice. */
  readonly repeatable: boolean;
  readonly budget: RetryBudget;
}

type Failure = RequestError | ServiceError | TransportError;

/** The correction a retry benefits from: the clock was just set, or credentials are read again. */
export type Remedy = "clock" | "credentials";

// Other kept connections may have been closed too, before they were dropped.
const mostStale = 2;

/** Counts the attempts of a call, and decides on retries. */
export class Attempts {
  readonly #rules: AttemptRules;
  #current = 1;
  #uncounted = 0;
  #paid = 0;
  #stale = 0;
  readonly #remedies = new Set<Remedy>();

  constructor(rules: AttemptRules) {
    this.#rules = rules;
  }

  /** The current attempt, from 1. */
  get current(): number {
    return this.#current;
  }

  /**
   * Advances to the next attempt if a retry is allowed.
   *
   * @param remedy the correction that a retry has; each kind counts once a call
   * @returns the delay before it in milliseconds; `undefined` without a retry
   */
  next(
    error: Failure,
    { remedy, remaining }: { remedy: Remedy | undefined; remaining: number },
  ): number | undefined {
    const { maxAttempts, repeatable, budget } = this.#rules;
    if (maxAttempts <= 1) return undefined;
    let delay = 0;
    const isRemedied = remedy !== undefined && !this.#remedies.has(remedy);
    if (isRemedied) this.#remedies.add(remedy);
    if ((isRemedied && remedy === "clock") || this.#isStale(error)) this.#uncounted += 1;
    else {
      const counted = this.#current - this.#uncounted;
      const told = "retryAfter" in error ? error.retryAfter : undefined;
      if (!isRemedied) delay = told ?? backOff(counted);
      const allowed = counted < maxAttempts && (isRemedied || mayRepeat(error, repeatable));
      // A wait that exceeds the call's time is not started: this error is more useful than a
      // timeout.
      if (!allowed || delay >= remaining) return undefined;
      // Neither kind of retry adds load in an outage of the service.
      const isFree = isRemedied || ("phase" in error && error.phase === "credentials");
      if (!isFree) {
        if (!budget.take()) return undefined;
        this.#paid += 1;
      }
    }
    this.#current += 1;
    return delay;
  }

  /** Records that the call succeeded. */
  succeeded(): void {
    this.#rules.budget.giveBack(this.#paid);
  }

  /**
   * True if the attempt is retried at once and not counted: the failure is unrelated to the
   * service's state.
   */
  #isStale(error: Failure): boolean {
    const stale = "staleConnection" in error && error.staleConnection && this.#rules.repeatable;
    return stale && ++this.#stale <= mostStale;
  }
}

/**
 * True if a retry cannot take effect twice: the attempt was not processed, or its failure is
 * transient and `repeatable` is set.
 */
function mayRepeat(error: Failure, repeatable: boolean): boolean {
  if (error instanceof ServiceError) {
    return isThrottling(rawCode(error)) || (repeatable && error.retryable);
  }
  if (!(error instanceof TransportError)) return false;
  const passes = !error.permanent && (error.reason === "connection" || error.reason === "timeout");
  // In these phases nothing has been sent.
  return passes && (/^(?:credentials|connect)$/.test(error.phase) || repeatable);
}

const firstWait = 200;
const longestWait = 10_000;

/** Returns a random delay in milliseconds after an attempt (the first is 1); its maximum doubles. */
function backOff(attempt: number): number {
  return Math.random() * Math.min(longestWait, firstWait * 2 ** (attempt - 1));
}
