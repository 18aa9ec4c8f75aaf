import type { AbortSignalLike, Transport } from "./transports/transport.ts";
import type { Credentials, CredentialsSource } from "./credentials/credentials.ts";
import type { RequestEvent, ResponseEvent, RetryEvent } from "./events.ts";
import type { ValidationLevel } from "./parameters/client-defaults.ts";

/** Signature algorithms: the current one, and an older one. */
export type SignatureAlgorithm = "ACS3-HMAC-SHA256" | "HMAC-SHA1";

/** Time limits of a call, in milliseconds. `Infinity` sets no limit. */
export interface TimeoutOptions {
  /**
   * Time to obtain a connection: DNS, proxy, TLS and queueing in the agent. Default 10,000. Ignored
   * by the fetch transport.
   */
  readonly connect?: number;
  /** Time of one attempt, reading credentials included. Default 30,000. */
  readonly attempt?: number;
  /** Time of the whole call: all attempts and the waits between them. Default 60,000. */
  readonly total?: number;
}

/**
 * Limits on retries. An attempt is retried only where it cannot take effect twice:
 *
 * - the request was not sent, or the service rejected it unprocessed
 * - the failure is transient, and the operation only reads or the request has its idempotency token
 *
 * The client generates a missing token. The wait is random, up to 0.2 s, then 0.4 s … at most 10 s,
 * unless the service states a delay.
 *
 * Each client also has a retry budget: 100 retries during an outage, then one for five successful
 * calls.
 */
export interface RetryOptions {
  /**
   * The number of attempts, the first included. Default 3.
   *
   * Two kinds of retry do not count: after the clock is corrected from a response, and after a kept
   * connection was already closed. A date more than a year from the system's is ignored.
   */
  readonly maxAttempts?: number;
}

/** Options of a client. */
export interface ClientOptions {
  /**
   * A key, or a source of keys. The source is called before each attempt; simultaneous calls share
   * one result. It is called again if it does not settle within an attempt, or if the service
   * reports an expired token.
   *
   * Default: the environment variables `ALIBABA_CLOUD_ACCESS_KEY_ID`,
   * `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and, for temporary keys, `ALIBABA_CLOUD_SECURITY_TOKEN`, read
   * before each attempt.
   */
  readonly credentials?: Credentials | CredentialsSource;
  /** A host, `host:port` or an `http(s)://` URL without a path. Default: the service's own. */
  readonly endpoint?: string;
  /**
   * Allows an `http://` endpoint on another machine, where anyone on the network can read and
   * change requests and responses. Default `false`: such an endpoint is an error. Loopback
   * endpoints are always allowed: `127.0.0.0/8`, `[::1]`, `localhost` and `*.localhost`.
   */
  readonly allowInsecureConnection?: boolean;
  /** The region of requests that have none. */
  readonly regionId?: string;
  /** The extent of request validation before sending. Default `"full"`. */
  readonly validate?: ValidationLevel;
  /** The signature algorithm. Default `"ACS3-HMAC-SHA256"`. */
  readonly signature?: SignatureAlgorithm;
  /** Retry options. `false` disables retries. */
  readonly retry?: RetryOptions | false;
  readonly timeout?: TimeoutOptions;
  /** Sends requests. Default: `node:http(s)` with kept connections on Node, `fetch` elsewhere. */
  readonly transport?: Transport;
  /**
   * An agent of `node:http` or `node:https`, matching the endpoint; for example one for a proxy.
   * The caller closes it. Only on Node, and only without `transport`.
   */
  readonly agent?: object;
  /** The maximum size of a response, in bytes after decompression. Default 16 MiB. */
  readonly maxResponseBytes?: number;
  /** Appended to the client's user agent. */
  readonly userAgent?: string;
  /** Returns the current time, for tests and replays. Default: the system's clock. */
  readonly clock?: () => Date;
  /** Returns a unique text per request, for tests and replays. Default: a random UUID. */
  readonly nonce?: () => string;
  /** Called before each attempt is sent. Exceptions of this and the other listeners are ignored. */
  readonly onRequest?: (event: RequestEvent) => void;
  /** Called when an attempt ends, with a response or an error. */
  readonly onResponse?: (event: ResponseEvent) => void;
  /** Called before the wait for a retry. */
  readonly onRetry?: (event: RetryEvent) => void;
}

/** Options of one call; they override the client's. */
export interface RequestOptions {
  /** Aborts the call at any point; the call fails with a TransportError. */
  readonly signal?: AbortSignalLike;
  readonly timeout?: TimeoutOptions;
  readonly retry?: RetryOptions | false;
  /** The extent of request validation; useful where a page is wrong. */
  readonly validate?: ValidationLevel;
}
