import { formatTimestamp } from "./format-timestamp.ts";

/** Tells the time as the service sees it, once the service has said how far off it is. */
export class Clock {
  readonly #now: (() => Date) | undefined;
  #offset = 0;
  #second = NaN;
  #timestamp = "";

  constructor(now?: () => Date) {
    this.#now = now;
  }

  /** The present second, as `YYYY-MM-DDThh:mm:ssZ`. */
  timestamp(): string {
    const second = Math.floor((this.#read() + this.#offset) / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#timestamp = formatTimestamp(new Date(second * 1000));
    }
    return this.#timestamp;
  }

  /** Takes the time from a `Date` header. False if it tells none. */
  adjust(date: string | undefined): boolean {
    const time = Date.parse(date ?? "");
    // A time beyond the year 9999 cannot be written, and no later call could be signed.
    const told = time >= 0 && time < 253_402_300_800_000;
    if (told) this.#offset = time - this.#read();
    return told;
  }

  #read(): number {
    return this.#now === undefined ? Date.now() : this.#now().getTime();
  }
}
