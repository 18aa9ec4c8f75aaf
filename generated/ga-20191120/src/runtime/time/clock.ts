import { formatTimestamp, parseHttpDate } from "./dates.ts";

// A machine may wake up after months. With a larger difference, the date is more likely wrong than
// the clock.
const furthest = 366 * 86_400_000;

/** Returns the time, corrected by the service's. */
export class Clock {
  readonly #now: (() => Date) | undefined;
  #offset = 0;
  #second = NaN;
  #timestamp = "";

  constructor(now?: () => Date) {
    this.#now = now;
  }

  /** The time in milliseconds. */
  get time(): number {
    return this.#read() + this.#offset;
  }

  /** The current second, as `YYYY-MM-DDThh:mm:ssZ`. */
  timestamp(): string {
    const second = Math.floor(this.time / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#timestamp = formatTimestamp(new Date(second * 1000));
    }
    return this.#timestamp;
  }

  /**
   * Sets the time from a `Date` header. Returns false if it is invalid, or more than a year from
   * the system's.
   */
  adjust(date: string | undefined): boolean {
    const offset = parseHttpDate(date) - this.#read();
    const isPlausible = Math.abs(offset) <= furthest;
    if (isPlausible) this.#offset = offset;
    return isPlausible;
  }

  #read(): number {
    return this.#now === undefined ? Date.now() : this.#now().getTime();
  }
}
