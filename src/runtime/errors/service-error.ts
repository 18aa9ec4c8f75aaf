/** What a ServiceError is made of, besides its message. */
export interface ServiceErrorDetails<Code extends string = string> {
  readonly code: Code;
  readonly status: number;
  readonly requestId?: string | undefined;
  readonly hostId?: string | undefined;
  readonly recommend?: string | undefined;
  readonly accessDeniedDetail?: unknown;
  readonly retryAfter?: number | undefined;
  readonly retryable: boolean;
  readonly attempts: number;
}

/**
 * The service answered a request with an error. Whatever of a key it echoed is `[redacted]`. Texts are cut after
 * 4,096 characters, and what is invisible in them or moves a terminal is shown by its number.
 */
export class ServiceError<Code extends string = string> extends Error {
  override readonly name = "ServiceError";
  /**
   * The service's own code, or `HTTP` and the status (`HTTP502`) where the answer has none. One of
   * words, such as `NotExist.Listener`, is always as the service sent it.
   */
  declare readonly code: Code;
  /** The HTTP status. */
  declare readonly status: number;
  /** Names the request to the service's support. */
  declare readonly requestId: string | undefined;
  declare readonly hostId: string | undefined;
  /** A page of the service's about this error. */
  declare readonly recommend: string | undefined;
  /** Which policy denied what, as the service tells it. */
  declare readonly accessDeniedDetail: unknown;
  /** How long the service asks to wait before the next attempt, in milliseconds. */
  declare readonly retryAfter: number | undefined;
  /** Whether failures of this kind pass. It does not say that the request was not carried out. */
  declare readonly retryable: boolean;
  /** Attempts made, this one included. */
  declare readonly attempts: number;

  constructor(message: string, details: ServiceErrorDetails<Code>) {
    super(message);
    Object.assign(this, details);
  }
}
