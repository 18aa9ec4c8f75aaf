/**
 * The progress of a call:
 *
 * - `"credentials"`: reading credentials and signing
 * - `"connect"`: nothing sent yet
 * - `"send"`: sending the request
 * - `"receive"`: request sent, response incomplete
 * - `"wait"`: between two attempts
 */
export type TransportPhase = "credentials" | "connect" | "send" | "receive" | "wait";

/**
 * The cause of a failure:
 *
 * - `"abort"`: the caller's signal
 * - `"timeout"`: a time limit
 * - `"connection"`: not established, or lost
 * - `"credentials"`: not readable, or unable to sign
 * - `"response"`: not readable
 */
export type TransportFailure = "abort" | "timeout" | "connection" | "credentials" | "response";

/** The fields of a TransportError, besides its message. */
export interface TransportErrorDetails {
  readonly phase: TransportPhase;
  /** Default `"connection"`. */
  readonly reason?: TransportFailure;
  /** Default 1. The client sets it; a transport need not. */
  readonly attempts?: number;
  /**
   * True if a kept connection was already closed: it served earlier requests, and failed before the
   * first byte of this response. Default false.
   */
  readonly staleConnection?: boolean;
  /** True if a retry cannot help, for example when a proxy requires credentials. Default false. */
  readonly permanent?: boolean | undefined;
  readonly cause?: unknown;
}

/**
 * A call received no usable response. In phases `"send"` and `"receive"` the service may still have
 * processed the request.
 */
export class TransportError extends Error {
  override readonly name = "TransportError";
  declare readonly phase: TransportPhase;
  declare readonly reason: TransportFailure;
  /** The number of attempts begun, this one included. */
  declare readonly attempts: number;
  /** True if a kept connection was already closed when the request used it. */
  declare readonly staleConnection: boolean;
  /** True if a retry cannot help, for example when a proxy requires credentials. */
  declare readonly permanent: boolean;

  constructor(message: string, { cause, ...details }: TransportErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    const usual = { reason: "connection", attempts: 1, staleConnection: false, permanent: false };
    Object.assign(this, usual, details);
  }
}

/** True for a TransportError, also from another copy of this package. */
export function isTransportError(error: unknown): error is TransportError {
  if (error instanceof TransportError) return true;
  return error instanceof Error && error.name === "TransportError" && "phase" in error;
}
