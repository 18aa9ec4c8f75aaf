import type { Answer, Call } from "./call.ts";
import { contentTypes } from "./content-types.ts";
import type { Endpoint } from "./endpoint.ts";
import { readHeader } from "./read-header.ts";

/** A page in a browser can be made to call loopback by a name of its own. */
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;

/**
 * Answers what lies outside the API's path, for those who run the endpoint from the command line:
 *
 *     POST /endpoint/fail?action=CreateThing&code=QuotaExceeded&times=2   204, or 400 and what there is
 *     GET  /endpoint/calls                                                Endpoint.calls as JSON
 *     GET  /endpoint/created                                              Endpoint.created as JSON
 */
export function answerControl(
  call: Call,
  endpoint: Pick<Endpoint, "calls" | "created" | "fail">,
): Answer {
  if (!LOOPBACK.test(readHeader(call, "host"))) {
    return message(403, "This is for callers of 127.0.0.1 only.");
  }
  switch (`${call.method} ${call.path}`) {
    case "GET /endpoint/calls":
      return answer(200, endpoint.calls);
    case "GET /endpoint/created":
      return answer(200, endpoint.created);
    case "POST /endpoint/fail":
      return planFailure(call, endpoint);
    default:
      return message(
        404,
        "There is POST /, POST /endpoint/fail, GET /endpoint/calls and GET /endpoint/created.",
      );
  }
}

function planFailure({ parameters }: Call, endpoint: Pick<Endpoint, "fail">): Answer {
  const action = parameters.get("action") ?? "";
  const code = parameters.get("code") ?? "";
  const times = Number(parameters.get("times") ?? "1");
  try {
    endpoint.fail(action, code, times);
  } catch (error) {
    return message(400, error instanceof Error ? error.message : String(error));
  }
  return { status: 204, contentType: contentTypes.json, body: "" };
}

function message(status: number, text: string): Answer {
  return answer(status, { Message: text });
}

function answer(status: number, body: unknown): Answer {
  return { status, contentType: contentTypes.json, body: JSON.stringify(body) };
}
