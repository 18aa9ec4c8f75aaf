import type { AbortSignalLike, Transport } from "./transports/transport.ts";
import type { Credentials, CredentialsSource } from "./credentials/credentials.ts";
import type { RequestEvent, ResponseEvent, RetryEvent } from "./events.ts";
import type { ValidationLevel } from "./parameters/client-defaults.ts";

/** How a client signs: the current algorithm, or the older one. */
export type SignatureAlgorithm = "ACS3-HMAC-SHA256" | "HMAC-SHA1";

/** How long a call may take, in milliseconds. `Infinity` sets no limit. */
export interface TimeoutOptions {
  /**
   * For getting one connection: name, proxy and TLS included, and where an agent limits their number
   * the wait for one, too. Default 10,000. The fetch transport cannot tell, and ignores it.
   */
  readonly connect?: number;
  /** For one attempt, credentials included. Default 30,000. */
  readonly attempt?: number;
  /** For the whole call: every attempt and the waits between them. Default 60,000. */
  readonly total?: number;
}

/**
 * How often a call is tried. An attempt is repeated only where nothing can be done twice by it: the
 * request was never sent, or the service turned it away unprocessed; or the operation only reads, or
 * the request carries its idempotency token, and the failure is one that passes. The client fills
 * the token in where the operation has one. Waits grow from attempt to attempt, at random up to 0.2 s,
 * 0.4 s … at most 10 s, unless the service says how long to wait.
 *
 * A client also has a budget: in an outage it repeats 100 attempts, and then only as many as calls
 * succeed, one for five.
 */
export interface RetryOptions {
  /**
   * Attempts in all, the first one included. Default 3. Two kinds of repetition do not count: after the
   * service says that the clock is wrong, which is believed up to a year from the system's, and after a kept
   * connection turns out to be closed.
   */
  readonly maxAttempts?: number;
}

/** What a client is made of. */
export interface ClientOptions {
  /**
   * A key, or whatever hands one out: it is asked before each attempt, once for calls that coincide. One that
   * does not answer within an attempt's time is asked again, and so is one whose token has expired by the service.
   * Default: the environment variables `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET`
   * and, for temporary keys, `ALIBABA_CLOUD_SECURITY_TOKEN`, as they are at that moment.
   */
  readonly credentials?: Credentials | CredentialsSource;
  /** A host, `host:port` or an `http(s)://` URL without a path. Default: the service's own. */
  readonly endpoint?: string;
  /**
   * Whether an `http://` endpoint may be on another machine: requests and answers are then open to all who
   * carry them, and can be changed on their way. Default `false`: such an endpoint is refused; on this machine
   * (`127.0.0.0/8`, `[::1]`, `localhost`, `*.localhost`) it never is.
   */
  readonly allowInsecureConnection?: boolean;
  /** Fills the region where a request leaves it out. */
  readonly regionId?: string;
  /** How much of a request is checked before it is sent. Default `"full"`. */
  readonly validate?: ValidationLevel;
  /** Default `"ACS3-HMAC-SHA256"`. */
  readonly signature?: SignatureAlgorithm;
  /** `false` tries once. */
  readonly retry?: RetryOptions | false;
  readonly timeout?: TimeoutOptions;
  /** What sends requests. Default: `node:http(s)` with kept connections on Node, `fetch` elsewhere. */
  readonly transport?: Transport;
  /**
   * An agent of `node:http` or `node:https`, whichever the endpoint needs, for instance one that goes
   * through a proxy. It stays the caller's to close. Only on Node, and only without `transport`.
   */
  readonly agent?: object;
  /** The largest answer that is read, in bytes once unpacked. Default 16 MiB. */
  readonly maxResponseBytes?: number;
  /** Added to the end of the client's own user agent. */
  readonly userAgent?: string;
  /** For tests and replays: what time it is. Default: the system's clock. */
  readonly clock?: () => Date;
  /** For tests and replays: what tells two requests apart. Default: a random UUID. */
  readonly nonce?: () => string;
  /** Told of each attempt before it is sent. What it throws is ignored, as of the other two. */
  readonly onRequest?: (event: RequestEvent) => void;
  /** Told how each attempt ended: with an answer, or with an error. */
  readonly onResponse?: (event: ResponseEvent) => void;
  /** Told of each attempt that is going to be repeated, before the wait. */
  readonly onRetry?: (event: RetryEvent) => void;
}

/** What one call does differently from its client. */
export interface RequestOptions {
  /** Gives the call up, whatever it is doing: it then fails with a TransportError. */
  readonly signal?: AbortSignalLike;
  readonly timeout?: TimeoutOptions;
  readonly retry?: RetryOptions | false;
  /** How much of this request is checked: pages can be wrong. */
  readonly validate?: ValidationLevel;
}
