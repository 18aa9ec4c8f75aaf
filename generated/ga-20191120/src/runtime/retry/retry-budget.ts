const capacity = 500;
const price = 5;

/**
 * The retry budget of a client, so that retries do not multiply an outage. A retry's cost is
 * refunded when its call succeeds; each other success adds a little.
 */
export class RetryBudget {
  #left = capacity;

  /** Pays for one retry. Returns false if the budget is too low. */
  take(): boolean {
    if (this.#left < price) return false;
    this.#left -= price;
    return true;
  }

  /** Credits a call that succeeded after this number of retries. */
  giveBack(repetitions: number): void {
    this.#left = Math.min(capacity, this.#left + Math.max(1, repetitions * price));
  }
}
