/** The two signature methods. */
export type SignatureMethod = "ACS3-HMAC-SHA256" | "HMAC-SHA1";

/** The two response formats. */
export type Format = "json" | "xml";

/** Decoded parameters of a query or a form body. */
export type Parameters = ReadonlyMap<string, string>;

/** An HTTP request with its body. */
export interface RawCall {
  readonly method: string;
  /** The request target: path and query, percent-encoded. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** A request with its parameters. */
export interface Call extends RawCall {
  readonly path: string;
  readonly query: Parameters;
  /** Query and form body together, because the service accepts parameters in both. */
  readonly parameters: Parameters;
  readonly signature: SignatureMethod;
  readonly format: Format;
  readonly action: string | undefined;
  readonly version: string | undefined;
}

/** The error of a call: the gateway's or the page's. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A value, or the error that prevents it. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: Refusal };

/** An HTTP response. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Maximum length of a caller's text in a message, in UTF-16 code units. */
const QUOTED = 200;

/** Creates a refusal. Default status: 400, also for statuses below 200, which cannot end a response. */
export function refuse(code: string, message: string, status = 400): Refusal {
  return { status: status < 200 ? 400 : status, code, message };
}

/** The refusal for a missing required parameter. */
export function refuseMissing(name: string): Refusal {
  const code = /^[A-Za-z][A-Za-z0-9]*$/.test(name)
    ? `Missing${name.charAt(0).toUpperCase()}${name.slice(1)}`
    : "MissingParameter";
  return refuse(code, `${clip(name)} is mandatory for this action.`);
}

/** The refusal for an unknown or malformed parameter. `what` is the reason, to follow "is not valid: ". */
export function refuseInvalid(name: string, what: string): Refusal {
  return refuse("InvalidParameter", `The specified parameter ${clip(name)} is not valid: ${what}.`);
}

function clip(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** The trimmed value of a header, by lower-case name; empty where it is absent. */
export function readHeader(call: RawCall, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim();
}
