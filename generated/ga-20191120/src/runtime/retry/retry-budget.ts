const capacity = 500;
const price = 5;

/**
 * What a client may spend on repeating attempts, so that it does not multiply an outage: what a repeated
 * attempt takes comes back when its call succeeds in the end, and a little with each other success.
 */
export class RetryBudget {
  #left = capacity;

  /** Pays for one repetition. False if there is too little left. */
  take(): boolean {
    if (this.#left < price) return false;
    this.#left -= price;
    return true;
  }

  /** Pays in for a call that succeeded after so many repetitions. */
  giveBack(repetitions: number): void {
    this.#left = Math.min(capacity, this.#left + Math.max(1, repetitions * price));
  }
}
