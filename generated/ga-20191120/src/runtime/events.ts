/** An attempt that is about to be sent. Nothing in an event is secret. */
export interface RequestEvent {
  /** The product's code, and the version of its API. */
  readonly product: string;
  readonly version: string;
  /** The operation's name on the wire. */
  readonly action: string;
  /** `https://host`, with a port where it is not the scheme's own. */
  readonly endpoint: string;
  /** The first is 1. */
  readonly attempt: number;
}

/** How long the parts of an attempt took, in milliseconds. */
export interface AttemptTimings {
  /** Until there were credentials. */
  readonly credentials: number;
  /** From asking for a connection until there was one; absent where a kept one was used. */
  readonly connect?: number | undefined;
  /** From asking for a connection until the first byte of the answer. */
  readonly firstByte?: number | undefined;
  /** From beginning to end. */
  readonly total: number;
}

/** An attempt that ended. */
export interface ResponseEvent {
  /** The very event that told of the attempt; an attempt without credentials was not told of. */
  readonly request: RequestEvent;
  /** The HTTP status; absent where there was no answer. */
  readonly status?: number | undefined;
  /** The service's name for the request. */
  readonly requestId?: string | undefined;
  /** Why the attempt failed; absent where it did not. */
  readonly error?: Error | undefined;
  readonly timings: AttemptTimings;
}

/** An attempt that failed and is going to be repeated. */
export interface RetryEvent {
  /** The very event that told of the attempt. */
  readonly request: RequestEvent;
  readonly error: Error;
  /** How long the client waits before it tries again, in milliseconds. */
  readonly delay: number;
}

/** Tells a listener of the caller's, if there is one, whose own mistakes must not end the call. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event);
  } catch {
    // What to do about it is the listener's to know.
  }
}
