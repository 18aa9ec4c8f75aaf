/**
 * How far a call had come: `"credentials"` (asking for them, and signing), `"connect"` (nothing sent
 * yet), `"send"`, `"receive"` (sent whole, answer not complete), `"wait"` (between two attempts).
 */
export type TransportPhase = "credentials" | "connect" | "send" | "receive" | "wait";

/**
 * What ended the call: `"abort"` (the caller's signal), `"timeout"`, `"connection"` (none, or cut),
 * `"credentials"` (they cannot be read, or cannot sign), `"response"` (an answer that cannot be read).
 */
export type TransportFailure = "abort" | "timeout" | "connection" | "credentials" | "response";

/** What a TransportError is made of, besides its message. */
export interface TransportErrorDetails {
  readonly phase: TransportPhase;
  /** Default `"connection"`. */
  readonly reason?: TransportFailure;
  /** Default 1. The client sets it; a transport need not. */
  readonly attempts?: number;
  /**
   * Whether a kept connection turned out to be closed: it served earlier requests, and was cut before
   * any byte of this one's answer. Default false.
   */
  readonly staleConnection?: boolean;
  /** Whether trying again cannot help, as where a proxy asks for credentials. Default false. */
  readonly permanent?: boolean | undefined;
  readonly cause?: unknown;
}

/**
 * A call got no answer it could use. In the phases `"send"` and `"receive"` the service may have
 * carried the request out all the same.
 */
export class TransportError extends Error {
  override readonly name = "TransportError";
  declare readonly phase: TransportPhase;
  declare readonly reason: TransportFailure;
  /** Attempts begun, this one included. */
  declare readonly attempts: number;
  /** Whether a kept connection turned out to be closed when the request went over it. */
  declare readonly staleConnection: boolean;
  /** Whether trying again cannot help, as where a proxy asks for credentials. */
  declare readonly permanent: boolean;

  constructor(message: string, { cause, ...details }: TransportErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    const usual = { reason: "connection", attempts: 1, staleConnection: false, permanent: false };
    Object.assign(this, usual, details);
  }
}

/** Whether a call got no usable answer. Also knows errors of another copy of this package. */
export function isTransportError(error: unknown): error is TransportError {
  if (error instanceof TransportError) return true;
  return error instanceof Error && error.name === "TransportError" && "phase" in error;
}
