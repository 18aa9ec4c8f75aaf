import type { Answer, Format, Refusal } from "./call.ts";
import { contentTypes } from "./content-types.ts";
import { writeXml } from "./write-xml.ts";

/** What an error's body says besides the error. */
export interface ErrorContext {
  readonly format: Format;
  readonly requestId: string;
  /** The host that the caller named. */
  readonly hostId: string;
}

/** An error in the body that the gateway sends. */
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
