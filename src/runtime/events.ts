/** An attempt about to be sent. Events contain no secrets. */
export interface RequestEvent {
  /** The product's code and its API version. */
  readonly product: string;
  readonly version: string;
  /** The operation's name on the wire. */
  readonly action: string;
  /** `https://host`, with the port if it is not the scheme's default. */
  readonly endpoint: string;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** Durations within an attempt, in milliseconds. */
export interface AttemptTimings {
  /** Time to obtain credentials. */
  readonly credentials: number;
  /** Time to obtain a connection; absent if a kept one was used. */
  readonly connect?: number | undefined;
  /** Time from requesting a connection to the first byte of the response. */
  readonly firstByte?: number | undefined;
  /** Time of the whole attempt. */
  readonly total: number;
}

/** An attempt that has ended. */
export interface ResponseEvent {
  /**
   * The same object that `onRequest` received. An attempt without credentials has no `onRequest`
   * call.
   */
  readonly request: RequestEvent;
  /** The HTTP status; absent without a response. */
  readonly status?: number | undefined;
  /** The service's id of the request. */
  readonly requestId?: string | undefined;
  /** The error of the attempt; absent on success. */
  readonly error?: Error | undefined;
  readonly timings: AttemptTimings;
}

/** A failed attempt that will be retried. */
export interface RetryEvent {
  /** The same object that `onRequest` received. */
  readonly request: RequestEvent;
  readonly error: Error;
  /** The wait before the retry, in milliseconds. */
  readonly delay: number;
}

/** Calls a listener if one is given, and ignores its exceptions. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  // The listener is responsible for its own errors, also for a rejection if it is asynchronous.
  try {
    const pending: unknown = listener?.(event);
    if (pending instanceof Promise) pending.catch(() => undefined);
  } catch {
    return;
  }
}
