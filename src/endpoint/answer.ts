import type { Operation, Sample } from "../spec/operation.ts";
import type { Answer, Format, Refusal } from "./wire/call.ts";
import { type Json, parseJson, writeJson } from "./wire/json.ts";
import { writeXml } from "./wire/write-xml.ts";

/**
 * Returns the response of a successful call in the requested format: `known` values, or else the page's
 * sample.
 *
 * A JSON sample that is not valid JSON is skipped. Without an XML sample, the JSON sample is converted to
 * XML. Without a JSON sample, the XML sample is sent with its own content type, even if JSON is
 * requested. Without any sample, the response only has the call's `RequestId`.
 */
export function answerSuccess(
  operation: Operation,
  format: Format,
  requestId: string,
  known?: Json,
): Answer {
  if (known !== undefined) return answerKnown(operation, format, known);
  const json = operation.samples.find((sample) => sample.kind === "json" && isJson(sample));
  const xml = operation.samples.find(({ kind }) => kind === "xml");
  const bare = { RequestId: requestId };

  if (format === "json") {
    if (json !== undefined) return answer("json", json.text);
    return xml === undefined ? answer("json", JSON.stringify(bare)) : answer("xml", xml.text);
  }
  if (xml !== undefined) return answer("xml", xml.text);
  const value = json === undefined ? bare : parseJson(json.text);
  const written = value === undefined ? undefined : writeXml(`${operation.action}Response`, value);
  if (written !== undefined) return answer("xml", written);
  return answer("json", json?.text ?? JSON.stringify(bare));
}

function answerKnown({ action }: Operation, format: Format, known: Json): Answer {
  const written = format === "xml" ? writeXml(`${action}Response`, known) : undefined;
  return written === undefined ? answer("json", writeJson(known)) : answer("xml", written);
}

function answer(format: Format, body: string): Answer {
  return { status: 200, contentType: contentTypes[format], body };
}

function isJson({ text }: Sample): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The values of an error's body besides the error. */
export interface ErrorContext {
  readonly format: Format;
  readonly requestId: string;
  /** The host in the caller's request. */
  readonly hostId: string;
}

/** Returns an error in the gateway's response body. */
export function answerError(refusal: Refusal, context: ErrorContext): Answer {
  const { status, code, message } = refusal;
  const { format, requestId, hostId } = context;
  const body = {
    RequestId: requestId,
    HostId: hostId,
    Code: code,
    Message: message,
    Recommend: `https://error-center.aliyun.com/status/search?Keyword=${encodeURIComponent(code)}&source=PopGw`,
  };
  return {
    status,
    contentType: contentTypes[format],
    body: format === "json" ? JSON.stringify(body) : (writeXml("Error", body) ?? ""),
  };
}

/** Content types exactly as the gateway sends them: the vendor's clients detect XML by this text. */
export const contentTypes: Readonly<Record<Format, string>> = {
  json: "application/json;charset=utf-8",
  xml: "text/xml;charset=utf-8",
};
