/** A signed request, to send unchanged. */
export interface HttpRequest {
  readonly method: "POST";
  readonly url: string;
  /** Lower-case names. The signed `host` is included, and equals the host of `url`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty, or form-encoded ASCII text. */
  readonly body: string;
  /** The time limit for the connection, in milliseconds. */
  readonly connectTimeout: number;
  /** The maximum size of the response body, in bytes. */
  readonly maxResponseBytes: number;
  /** Aborts at the caller's signal or the end of the attempt. */
  readonly signal: PlatformAbortSignal;
}

/** A response of any status. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The whole body, decoded as UTF-8. */
  readonly body: string;
  /** Milliseconds from the call of `send` to each event; only for `onResponse`. */
  readonly timings?: { readonly connect?: number | undefined; readonly firstByte?: number };
}

/**
 * Sends requests. With `fetch`, for example:
 *
 * ```ts
 * const transport: Transport = {
 *   async send({ url, method, headers, body, signal }) {
 *     // An empty text would be given a content type, which is not signed.
 *     const init = { method, headers, body: body || null, signal };
 *     const response = await fetch(url, { ...init, redirect: "manual" });
 *     const { status } = response;
 *     return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
 *   },
 * };
 * ```
 */
export interface Transport {
  /**
   * Resolves with any response; redirects are not followed. Rejects without a response, or once
   * `request.signal` aborts. A TransportError of phase `"connect"` states that nothing was sent.
   * After other failures the request counts as possibly processed.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Closes idle connections. Running requests continue. */
  close?(): void;
}

/** The part of an abort signal that is used. Any `AbortSignal` fits. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * The global `AbortSignal` if the program's types have one, for use with `fetch`; else
 * {@link AbortSignalLike}.
 */
export type PlatformAbortSignal = typeof globalThis extends {
  AbortSignal: { prototype: infer Signal };
}
  ? Signal
  : AbortSignalLike;

/** Returns a header's value, the first if it is repeated. */
export function header(response: HttpResponse, name: string): string | undefined {
  const value = response.headers[name];
  return typeof value === "string" ? value : value?.[0];
}
