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

/**
 * Whether a call failed because the service answered with an error. Also knows errors of another
 * copy of this package, such as its CommonJS build, which `instanceof` does not.
 */
export function isServiceError(error: unknown): error is ServiceError {
  if (error instanceof ServiceError) return true;
  return (
    error instanceof Error &&
    error.name === "ServiceError" &&
    "code" in error &&
    typeof error.code === "string" &&
    "status" in error &&
    typeof error.status === "number" &&
    "attempts" in error &&
    "retryable" in error
  );
}

const rawCodes = new WeakMap<ServiceError, string>();

/** Keeps the code of an error as the service sent it, where `error.code` is not to show it. */
export function keepRawCode(error: ServiceError, code: string): void {
  rawCodes.set(error, code);
}

/** The code of an error as the service sent it, to be asked, not to be shown. */
export function rawCode(error: ServiceError): string {
  return rawCodes.get(error) ?? error.code;
}

/** Whether a code says that the request was turned away for being one too many. */
export function isThrottling(code: string): boolean {
  return /^Throttling(?:\.|$)/.test(code);
}

/**
 * Whether a code says that a request came too late or too early by the service's clock: gateways have
 * `InvalidTimeStamp.Expired` and `IllegalTimestamp`, storage and log services the others.
 */
export function isClockSkew(code: string): boolean {
  return /^(?:(?:Invalid|Illegal)TimeStamp(?!\.Format)|RequestTime(?:TooSkewed|Expired))(?:\.|$)/i.test(
    code,
  );
}

/** Whether a code says that the time of a temporary key is over, as `InvalidSecurityToken.Expired` does. */
export function isExpiredToken(code: string): boolean {
  return /^(?:Invalid)?(?:Security|Sts)Token\.?Expired(?:\.|$)/i.test(code);
}
