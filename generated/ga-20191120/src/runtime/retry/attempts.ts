import type { RequestError } from "../errors/request-error.ts";
import { isThrottling, rawCode, ServiceError } from "../errors/service-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** What holds for all attempts of a call. */
export interface AttemptRules {
  /** In all, the first one included; 1 repeats nothing, whatever the failure. */
  readonly maxAttempts: number;
  /** Whether nothing can be done twice by repeating the request. */
  readonly repeatable: boolean;
  readonly budget: RetryBudget;
}

type Failure = RequestError | ServiceError | TransportError;

/**
 * What another attempt has that this one had not: the right time, where the clock has just been set, or
 * credentials that are read again.
 */
export type Remedy = "clock" | "credentials";

// The other kept connections may have been closed as well, before they could be dropped.
const mostStale = 2;

/** Counts the attempts of a call, and says whether there is to be another. */
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

  /** The attempt under way; the first is 1. */
  get current(): number {
    return this.#current;
  }

  /**
   * Goes on to the next attempt, if there is to be one.
   *
   * @param remedy what the error is due to, if another attempt will have it right; once a call
   * @returns how long to wait first, in milliseconds; `undefined` if this was the last attempt
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
      // A wait that would outlast the call is not begun: this error says more than a time-out.
      if (!allowed || delay >= remaining) return undefined;
      // Neither multiplies an outage of the service.
      const isFree = isRemedied || ("phase" in error && error.phase === "credentials");
      if (!isFree) {
        if (!budget.take()) return undefined;
        this.#paid += 1;
      }
    }
    this.#current += 1;
    return delay;
  }

  /** To be called when the call succeeded. */
  succeeded(): void {
    this.#rules.budget.giveBack(this.#paid);
  }

  /** Repeated at once, and not counted: the failure says nothing of the service's state. */
  #isStale(error: Failure): boolean {
    const stale = "staleConnection" in error && error.staleConnection && this.#rules.repeatable;
    return stale && ++this.#stale <= mostStale;
  }
}

/**
 * Whether an attempt may be repeated, such that nothing is done twice: either it was not carried
 * out, or it passes and `repeatable` says that the service recognizes the request.
 */
function mayRepeat(error: Failure, repeatable: boolean): boolean {
  if (error instanceof ServiceError) {
    return isThrottling(rawCode(error)) || (repeatable && error.retryable);
  }
  if (!(error instanceof TransportError)) return false;
  const passes = !error.permanent && (error.reason === "connection" || error.reason === "timeout");
  // Before these phases are over, nothing is sent.
  return passes && (/^(?:credentials|connect)$/.test(error.phase) || repeatable);
}

const firstWait = 200;
const longestWait = 10_000;

/** How long to wait after an attempt (the first is 1), in milliseconds: at random, ever longer. */
function backOff(attempt: number): number {
  return Math.random() * Math.min(longestWait, firstWait * 2 ** (attempt - 1));
}
