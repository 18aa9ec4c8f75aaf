import type { Redact } from "../errors/create-redactor.ts";
import { TransportError } from "../errors/transport-error.ts";
import type { HttpResponse } from "../transport.ts";
import { header } from "./header.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads what a successful call returns, whatever its content; nothing, or `null`, is an empty
 * object.
 *
 * @throws TransportError if the body is not JSON, which is all the client asks for
 */
export function readResult(
  response: HttpResponse,
  { attempts, redact }: { readonly attempts: number; readonly redact: Redact },
): unknown {
  if (response.body.trim() === "") return {};
  try {
    return parseJson(response.body) ?? {};
  } catch {
    const type = redact(header(response, "content-type") ?? "without a content type");
    throw new TransportError(
      `The service answered ${response.status} with a body that is not JSON (${type}, ` +
        `${response.body.length} characters). The request may have been carried out.`,
      { phase: "receive", reason: "response", attempts },
    );
  }
}
