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

/** Longest part of a caller's own text that is repeated in a message, in UTF-16 code units. */
const QUOTED = 200;

/** A refusal as the gateway words it. Status 400 unless said otherwise, and where no answer ends with it. */
export function refuse(code: string, message: string, status = 400): Refusal {
  return { status: status < 200 ? 400 : status, code, message };
}

/** A parameter that every call, or this operation, has to have. */
export function refuseMissing(name: string): Refusal {
  const code = /^[A-Za-z][A-Za-z0-9]*$/.test(name)
    ? `Missing${name.charAt(0).toUpperCase()}${name.slice(1)}`
    : "MissingParameter";
  return refuse(code, `${clip(name)} is mandatory for this action.`);
}

/** A parameter that is unknown or not well formed. `what` ends the sentence about it. */
export function refuseInvalid(name: string, what: string): Refusal {
  return refuse("InvalidParameter", `The specified parameter ${clip(name)} is not valid: ${what}.`);
}

function clip(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** One header's value, by lower-case name, without surrounding space; empty when it did not come. */
export function readHeader(call: RawCall, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim();
}
