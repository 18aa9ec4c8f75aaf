import type { Call, Format, Outcome, Parameters, RawCall, SignatureMethod } from "./call.ts";
import { readForm } from "./read-form.ts";
import { readHeader } from "./read-header.ts";
import { refuse, refuseInvalid } from "./refuse.ts";

const FORM = "application/x-www-form-urlencoded";

/** Reads where a call goes, how it is signed, what it asks for, and its parameters. */
export function readCall(raw: RawCall): Outcome<Call> {
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
  const [action, version] =
    signature === "ACS3-HMAC-SHA256"
      ? [readHeader(raw, "x-acs-action"), readHeader(raw, "x-acs-version")]
      : [undefined, undefined];
  return {
    value: {
      ...raw,
      path: mark === -1 ? raw.target : raw.target.slice(0, mark),
      query: query.value,
      parameters,
      signature,
      format,
      action: emptyToNone(action) ?? emptyToNone(parameters.get("Action")),
      version: emptyToNone(version) ?? emptyToNone(parameters.get("Version")),
    },
  };
}

function readBodyForm(raw: RawCall): Outcome<Parameters> {
  if (raw.body.length === 0) return { value: new Map() };
  const contentType = readHeader(raw, "content-type");
  if (contentType.split(";")[0]?.trim().toLowerCase() !== FORM) {
    return { refusal: refuse("InvalidParameter", `The body's content type is not ${FORM}.`) };
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(raw.body);
  } catch {
    return { refusal: refuse("InvalidParameter", "The body is not UTF-8 text.") };
  }
  return readForm(text);
}

/** Clients that sign with HMAC-SHA1 send `x-acs-action` too, so that header alone says nothing. */
function findSignatureMethod(raw: RawCall, parameters: Parameters): SignatureMethod {
  const telling = ["authorization", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];
  if (telling.some((name) => raw.headers[name] !== undefined)) return "ACS3-HMAC-SHA256";
  if (parameters.has("Action") || raw.headers["x-acs-action"] === undefined) return "HMAC-SHA1";
  return "ACS3-HMAC-SHA256";
}

/** Absent, `Format` means XML to a call signed with HMAC-SHA1 and JSON to the other. */
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
