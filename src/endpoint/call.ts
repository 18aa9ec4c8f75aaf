/** The two ways to sign a call. */
export type SignatureMethod = "ACS3-HMAC-SHA256" | "HMAC-SHA1";

/** The two forms of an answer. */
export type Format = "json" | "xml";

/** Names and values that arrived in a query or a form body, decoded. */
export type Parameters = ReadonlyMap<string, string>;

/** An HTTP request as it arrived, its body read. */
export interface RawCall {
  readonly method: string;
  /** The request target: path and query, still encoded. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** A request with its parameters read. */
export interface Call extends RawCall {
  readonly path: string;
  readonly query: Parameters;
  /** Query and form body together: the service does not care where a parameter is. */
  readonly parameters: Parameters;
  readonly signature: SignatureMethod;
  readonly format: Format;
  readonly action: string | undefined;
  readonly version: string | undefined;
}

/** Why a call gets no success: the gateway's or the page's error. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A value, or why there is none. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: Refusal };

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
