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
  /** The largest body of an answer that is wanted, in bytes. */
  readonly maxResponseBytes: number;
  /** Aborts when the caller gives up, or the time for the attempt is over. */
  readonly signal: PlatformAbortSignal;
}

/** An answer, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The whole body, decoded as UTF-8. */
  readonly body: string;
  /** When things happened, in milliseconds since `send` was called; for `onResponse` only. */
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
   * Resolves with any answer; redirects are not followed. Rejects if there is none, or once
   * `request.signal` aborts. To reject with a TransportError of phase `"connect"` is to promise
   * that nothing was sent; after any other failure the request counts as possibly carried out.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Frees kept connections. Requests under way are not disturbed. */
  close?(): void;
}

/** What is needed of an abort signal. Any `AbortSignal` is one. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * The global `AbortSignal` where the program's types know one, so that it can be handed to `fetch`
 * as it is; else {@link AbortSignalLike}.
 */
export type PlatformAbortSignal = typeof globalThis extends {
  AbortSignal: { prototype: infer Signal };
}
  ? Signal
  : AbortSignalLike;

/** The value of a header, the first one if it was sent more than once. */
export function header(response: HttpResponse, name: string): string | undefined {
  const value = response.headers[name];
  return typeof value === "string" ? value : value?.[0];
}
