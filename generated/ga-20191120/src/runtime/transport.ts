import type { PlatformAbortSignal } from "./abort-signal.ts";

/** A signed request, to be sent as it is. */
export interface HttpRequest {
  readonly method: "POST";
  readonly url: string;
  /** Names in lower case. `host` is among them: it is signed, and equals the host of `url`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty, or form-encoded text in ASCII. */
  readonly body: string;
  /** How long making the connection may take, in milliseconds. */
  readonly connectTimeout: number;
  /** Aborts when the caller gives up, or the time for the call is over. */
  readonly signal: PlatformAbortSignal;
}

/** An answer, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The whole body, decoded as UTF-8. */
  readonly body: string;
}

/**
 * Sends requests. With `fetch`, for example:
 *
 * ```ts
 * const transport: Transport = {
 *   async send({ url, method, headers, body, signal }) {
 *     const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
 *     const { status } = response;
 *     return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
 *   },
 * };
 * ```
 */
export interface Transport {
  /**
   * Resolves with any answer; redirects are not followed. Rejects if there is none, or once
   * `request.signal` aborts. To reject with a TransportError of phase `"connect"` is to promise
   * that nothing was sent; after any other failure the request counts as possibly carried out.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Frees kept connections. Requests under way are not disturbed. */
  close?(): void;
}
