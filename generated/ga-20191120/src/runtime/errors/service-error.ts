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

/** The service answered a request with an error. Whatever of a key it echoed is `[redacted]`. */
export class ServiceError<Code extends string = string> extends Error {
  override readonly name = "ServiceError";
  /** The service's own code, or `HTTP` and the status (`HTTP502`) where the answer has none. */
  readonly code: Code;
  /** The HTTP status. */
  readonly status: number;
  /** Names the request to the service's support. */
  readonly requestId: string | undefined;
  readonly hostId: string | undefined;
  /** A page of the service's about this error. */
  readonly recommend: string | undefined;
  /** Which policy denied what, as the service tells it. */
  readonly accessDeniedDetail: unknown;
  /** How long the service asks to wait before the next attempt, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** Whether failures of this kind pass. It does not say that the request was not carried out. */
  readonly retryable: boolean;
  /** Attempts made, this one included. */
  readonly attempts: number;

  constructor(message: string, details: ServiceErrorDetails<Code>) {
    super(message);
    this.code = details.code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.hostId = details.hostId;
    this.recommend = details.recommend;
    this.accessDeniedDetail = details.accessDeniedDetail;
    this.retryAfter = details.retryAfter;
    this.retryable = details.retryable;
    this.attempts = details.attempts;
  }
}
