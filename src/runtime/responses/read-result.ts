import { TransportError } from "../errors/transport-error.ts";
import { header, type HttpResponse } from "../transports/transport.ts";
import { parseJson } from "./parse-json.ts";
import { readXml } from "./read-xml.ts";

/**
 * Reads the body of a successful response. An empty body or `null` becomes an empty object. XML,
 * which the client does not request, becomes an object of texts; `shapeAnswer` converts them.
 *
 * @throws TransportError if the body is neither JSON nor XML
 */
export function readResult(
  response: HttpResponse,
  { attempts, redact }: { readonly attempts: number; readonly redact: (text: string) => string },
): unknown {
  const { body, status } = response;
  try {
    return parseJson(body) ?? {};
  } catch (error) {
    if (error instanceof RangeError) {
      throw new TransportError(
        `The service answered ${status} with more than 1,000,000 lists, objects and members. ` +
          "The request may have been carried out.",
        { phase: "receive", reason: "response", attempts },
      );
    }
    const text = body.replace(/^\uFEFF/, "").trim();
    const result = text === "" ? {} : readXml(text).result;
    if (result !== undefined) return result;
    const type = redact(header(response, "content-type") ?? "without a content type");
    throw new TransportError(
      `The service answered ${status} with neither JSON nor XML (${type}, ` +
        `${body.length} characters). The request may have been carried out.`,
      { phase: "receive", reason: "response", attempts },
    );
  }
}
