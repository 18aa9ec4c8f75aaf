/** The fields of a ServiceError, besides its message. */
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
 * The service responded with an error. Secrets in its texts are `[redacted]`. Texts are cut after
 * 4,096 characters, and invisible and control characters are escaped.
 */
export class ServiceError<Code extends string = string> extends Error {
  override readonly name = "ServiceError";
  /**
   * The service's code, or `HTTP` and the status (`HTTP502`) if the response has none. A code of
   * words, such as `NotExist.Listener`, is never altered.
   */
  declare readonly code: Code;
  /** The HTTP status. */
  declare readonly status: number;
  /** Identifies the request to the service's support. */
  declare readonly requestId: string | undefined;
  declare readonly hostId: string | undefined;
  /** The URL of a page of the service about this error. */
  declare readonly recommend: string | undefined;
  /** The policy that denied the request, as the service reports it. */
  declare readonly accessDeniedDetail: unknown;
  /** The delay that the service requests before the next attempt, in milliseconds. */
  declare readonly retryAfter: number | undefined;
  /** True if failures of this kind are transient. The request may still have been processed. */
  declare readonly retryable: boolean;
  /** The number of attempts, this one included. */
  declare readonly attempts: number;

  constructor(message: string, details: ServiceErrorDetails<Code>) {
    super(message);
    Object.assign(this, details);
  }
}

/**
 * True for a ServiceError, also from another copy of this package such as its CommonJS build, where
 * `instanceof` fails.
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

/** Keeps the service's code of an error whose `code` is redacted. */
export function keepRawCode(error: ServiceError, code: string): void {
  rawCodes.set(error, code);
}

/** Returns the service's code of an error, for comparison only: it may contain secrets. */
export function rawCode(error: ServiceError): string {
  return rawCodes.get(error) ?? error.code;
}

/** True if the code reports throttling. */
export function isThrottling(code: string): boolean {
  return /^Throttling(?:\.|$)/.test(code);
}

/**
 * True if the code reports a timestamp outside the service's tolerance. Gateways send
 * `InvalidTimeStamp.Expired` and `IllegalTimestamp`; storage and log services the others.
 */
export function isClockSkew(code: string): boolean {
  return /^(?:(?:Invalid|Illegal)TimeStamp(?!\.Format)|RequestTime(?:TooSkewed|Expired))(?:\.|$)/i.test(
    code,
  );
}

/** True if the code reports an expired temporary key, such as `InvalidSecurityToken.Expired`. */
export function isExpiredToken(code: string): boolean {
  return /^(?:Invalid)?(?:Security|Sts)Token\.?Expired(?:\.|$)/i.test(code);
}
