import type { IncomingMessage } from "node:http";
import {
  type Call,
  type Format,
  type Outcome,
  type Parameters,
  type RawCall,
  readHeader,
  type Refusal,
  refuse,
  refuseInvalid,
  type SignatureMethod,
} from "./call.ts";

const FORM = "application/x-www-form-urlencoded";
/** Headers that a call may have only once, besides `x-acs-*`. */
const SINGLE: ReadonlySet<string> = new Set([
  "host",
  "authorization",
  "content-type",
  "content-length",
  "content-encoding",
]);

/** Parses a call's path, signature method, format, action, version and parameters. */
export function readCall(raw: RawCall): Outcome<Call> {
  const flaw = findFlaw(raw);
  if (flaw !== undefined) return { refusal: flaw };
  const mark = raw.target.indexOf("?");
  const query = readForm(mark === -1 ? "" : raw.target.slice(mark + 1));
  if ("refusal" in query) return query;
  const form = readBodyForm(raw);
  if ("refusal" in form) return form;

  const parameters = new Map(query.value);
  for (const [name, value] of form.value) {
    if (parameters.has(name)) {
      return { refusal: refuseInvalid(name, "it is given in the query and in the body") };
    }
    parameters.set(name, value);
  }

  const signature = findSignatureMethod(raw, parameters);
  const format = findFormat(raw, parameters, signature);
  if (format === undefined) {
    return { refusal: refuseInvalid("Format", "it is neither JSON nor XML") };
  }
  const action = findName(raw, parameters, signature, "Action");
  if ("refusal" in action) return action;
  const version = findName(raw, parameters, signature, "Version");
  if ("refusal" in version) return version;
  return {
    value: {
      ...raw,
      path: mark === -1 ? raw.target : raw.target.slice(0, mark),
      query: query.value,
      parameters,
      signature,
      format,
      action: action.value,
      version: version.value,
    },
  };
}

/** Returns the refusal of an ambiguous or unsupported request. */
function findFlaw(raw: RawCall): Refusal | undefined {
  for (const [name, value] of Object.entries(raw.headers)) {
    const single = SINGLE.has(name) || name.startsWith("x-acs-");
    if (single && Array.isArray(value) && value.length > 1) {
      return refuseInvalid(name, "it is given twice");
    }
  }
  if (raw.body.length > 0 && raw.method === "GET") {
    return refuse("InvalidParameter", "A GET has no body.");
  }
  const encoding = readHeader(raw, "content-encoding").toLowerCase();
  if (encoding !== "" && encoding !== "identity") {
    return refuseInvalid("content-encoding", "bodies are not compressed");
  }
  return undefined;
}

/**
 * The action or version of a call: a parameter with HMAC-SHA1, otherwise a header.
 *
 * Some clients send both, which must then be equal.
 */
function findName(
  raw: RawCall,
  parameters: Parameters,
  signature: SignatureMethod,
  name: "Action" | "Version",
): Outcome<string | undefined> {
  const headerName = `x-acs-${name.toLowerCase()}`;
  const header = emptyToNone(readHeader(raw, headerName));
  const parameter = emptyToNone(parameters.get(name));
  if (header !== undefined && parameter !== undefined && header !== parameter) {
    return { refusal: refuseInvalid(name, `it is not that of the header ${headerName}`) };
  }
  return { value: signature === "HMAC-SHA1" ? parameter : header };
}

function readBodyForm(raw: RawCall): Outcome<Parameters> {
  if (raw.body.length === 0) return { value: new Map() };
  const [contentType, ...settings] = readHeader(raw, "content-type")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  if (contentType !== FORM) {
    return { refusal: refuse("InvalidParameter", `The body's content type is not ${FORM}.`) };
  }
  if (settings.some((setting) => !/^(?:charset="?utf-8"?)?$/.test(setting))) {
    return { refusal: refuse("InvalidParameter", "The body's character set is not UTF-8.") };
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw.body);
  } catch {
    return { refusal: refuse("InvalidParameter", "The body is not UTF-8 text.") };
  }
  return readForm(text);
}

/** Clients that sign with HMAC-SHA1 also send `x-acs-action`, so that header alone is not decisive. */
function findSignatureMethod(raw: RawCall, parameters: Parameters): SignatureMethod {
  const telling = ["authorization", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];
  if (telling.some((name) => raw.headers[name] !== undefined)) return "ACS3-HMAC-SHA256";
  if (parameters.has("Action") || raw.headers["x-acs-action"] === undefined) return "HMAC-SHA1";
  return "ACS3-HMAC-SHA256";
}

/** Without `Format`, the default is XML for HMAC-SHA1 and JSON for the other method. */
function findFormat(
  raw: RawCall,
  parameters: Parameters,
  signature: SignatureMethod,
): Format | undefined {
  switch (emptyToNone(parameters.get("Format"))?.toLowerCase()) {
    case "json":
      return "json";
    case "xml":
      return "xml";
    case undefined:
      if (signature === "HMAC-SHA1") return "xml";
      return /^(application|text)\/xml\b/i.test(readHeader(raw, "accept")) ? "xml" : "json";
    default:
      return undefined;
  }
}

function emptyToNone(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Maximum number of parameters in a query or a form. */
const MOST = 50_000;

/**
 * Parses `a=1&b=2` into names and values. A `+` is a space, as in the service.
 *
 * A duplicate name is refused, because the signature does not determine which value applies.
 */
function readForm(text: string): Outcome<Parameters> {
  const parameters = new Map<string, string>();
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("&", start);
    const piece = text.slice(start, found === -1 ? text.length : found);
    start += piece.length + 1;
    if (piece === "") continue;
    const equals = piece.indexOf("=");
    const name = decode(equals === -1 ? piece : piece.slice(0, equals));
    const value = decode(equals === -1 ? "" : piece.slice(equals + 1));
    if (name === undefined || value === undefined) {
      return {
        refusal: refuse(
          "InvalidParameter",
          `The request is not well formed: the percent-encoding of ${JSON.stringify(piece.slice(0, 80))} cannot be decoded.`,
        ),
      };
    }
    if (parameters.has(name)) return { refusal: refuseInvalid(name, "it is given twice") };
    if (parameters.size === MOST) {
      return {
        refusal: refuse("InvalidParameter", `The request has more than ${MOST} parameters.`),
      };
    }
    parameters.set(name, value);
  }
  return { value: parameters };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** Maximum size of a body, in bytes. */
const LIMIT = 4 * 1024 * 1024;
/**
 * Longer bodies are read up to this size, so that the client receives the error. Then the connection
 * closes.
 */
const PATIENCE = 64 * 1024 * 1024;
const FIRST = 16 * 1024;

/** The remaining capacity for bodies being received, in bytes. */
export interface BodyRoom {
  left: number;
}

/** Reads a request's body into one buffer, whatever the size of its chunks. */
export async function readBody(
  request: IncomingMessage,
  room: BodyRoom,
): Promise<Outcome<Uint8Array>> {
  let buffer = new Uint8Array();
  let length = 0;
  let isCrowded = false;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      const start = length;
      length += chunk.length;
      if (length > PATIENCE) break;
      if (length > LIMIT || isCrowded) continue;
      if (length > buffer.length) {
        const size = Math.min(LIMIT, Math.max(FIRST, 2 * buffer.length, length));
        isCrowded = size - buffer.length > room.left;
        if (isCrowded) continue;
        room.left -= size - buffer.length;
        const larger = new Uint8Array(size);
        larger.set(buffer.subarray(0, start));
        buffer = larger;
      }
      buffer.set(chunk, start);
    }
  } finally {
    room.left += buffer.length;
  }
  if (length > LIMIT) {
    const message = `The request body is longer than ${LIMIT} bytes.`;
    return { refusal: refuse("RequestEntityTooLarge", message, 413) };
  }
  if (isCrowded) {
    const message = "Too many request bodies arrive at one time. Try again later.";
    return { refusal: refuse("ServiceUnavailable", message, 503) };
  }
  return { value: buffer.subarray(0, length) };
}
