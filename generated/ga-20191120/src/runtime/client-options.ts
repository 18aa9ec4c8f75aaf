import type { AbortSignalLike } from "./abort-signal.ts";
import type { Credentials, CredentialsSource } from "./credentials.ts";
import type { Transport } from "./transport.ts";

/** How a client signs: the current algorithm, or the older one. */
export type SignatureAlgorithm = "ACS3-HMAC-SHA256" | "HMAC-SHA1";

/** How long a call may take, in milliseconds. `Infinity` sets no limit. */
export interface TimeoutOptions {
  /** For making one connection. Default 10,000. The fetch transport cannot tell, and ignores it. */
  readonly connect?: number;
  /** For the whole call: credentials, every attempt and the waits between them. Default 60,000. */
  readonly total?: number;
}

/**
 * How often a call is tried. An attempt is repeated only where nothing can be done twice by it: the
 * request was never sent, or the service throttled it; or it carries its idempotency token, and the
 * failure is one that passes. Waits grow from attempt to attempt, at random up to 0.2 s, 0.4 s …
 * at most 10 s, unless the service says how long to wait.
 */
export interface RetryOptions {
  /** Attempts in all, the first one included. Default 3. */
  readonly maxAttempts?: number;
}

/** What a client is made of. Only `credentials` must be given. */
export interface ClientOptions {
  /** A key, or whatever hands one out: it is asked before each attempt, once for calls that coincide. */
  readonly credentials: Credentials | CredentialsSource;
  /** A host, `host:port` or an `http(s)://` URL without a path. Default: the service's own. */
  readonly endpoint?: string;
  /** Fills the region where a request leaves it out. */
  readonly regionId?: string;
  /** Default `"ACS3-HMAC-SHA256"`. */
  readonly signature?: SignatureAlgorithm;
  /** `false` tries once. */
  readonly retry?: RetryOptions | false;
  readonly timeout?: TimeoutOptions;
  /** What sends requests. Default: `node:http(s)` with kept connections on Node, `fetch` elsewhere. */
  readonly transport?: Transport;
  /** Added to the end of the client's own user agent. */
  readonly userAgent?: string;
  /** For tests and replays: what time it is. Default: the system's clock. */
  readonly clock?: () => Date;
  /** For tests and replays: what tells two requests apart. Default: a random UUID. */
  readonly nonce?: () => string;
}

/** What one call does differently from its client. */
export interface RequestOptions {
  /** Gives the call up, whatever it is doing: it then fails with a TransportError. */
  readonly signal?: AbortSignalLike;
  readonly timeout?: TimeoutOptions;
  readonly retry?: RetryOptions | false;
}
