import { contentTypes } from "./answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { type Answer, type Call, readHeader } from "./wire/call.ts";
import { writeJson } from "./wire/json.ts";

/** Only these hosts are accepted, because DNS rebinding lets a web page reach loopback by another name. */
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;
/**
 * A web page can also send requests to these hosts; its browser then adds the page's origin.
 */
const LOCAL_PAGE = /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/i;

/**
 * Handles requests outside the API's path, for users who run the endpoint from the command line:
 *
 *     POST /endpoint/fail?action=CreateThing&code=QuotaExceeded&times=2   204, or 400 with the known names
 *     GET  /endpoint/calls                                                Endpoint.calls as JSON
 *     GET  /endpoint/created                                              Endpoint.created as JSON
 *     GET  /endpoint/forgotten                                            Endpoint.forgotten() as JSON
 *     GET  /endpoint/resources                                            Endpoint.resources() as JSON
 *     POST /endpoint/resources?operation=ListThings&count=10000           204: Endpoint.list
 *     POST /endpoint/reset                                                204: Endpoint.reset
 */
export function answerControl(call: Call, endpoint: Omit<Endpoint, "url" | "close">): Answer {
  const origin = readHeader(call, "origin");
  const isForeign = origin !== "" && !LOCAL_PAGE.test(origin);
  if (isForeign || !LOOPBACK.test(readHeader(call, "host"))) {
    return message(403, "This is for callers of 127.0.0.1 only.");
  }
  switch (`${call.method} ${call.path}`) {
    case "GET /endpoint/calls":
      return answer(200, endpoint.calls);
    case "GET /endpoint/created":
      return answer(200, endpoint.created);
    case "GET /endpoint/forgotten":
      return answer(200, endpoint.forgotten());
    case "GET /endpoint/resources":
      return answer(200, endpoint.resources());
    case "POST /endpoint/fail":
      return tryTo(() => {
        planFailure(call, endpoint);
      });
    case "POST /endpoint/resources":
      return tryTo(() => {
        planResources(call, endpoint);
      });
    case "POST /endpoint/reset":
      return tryTo(endpoint.reset);
    default:
      return message(
        404,
        "There is POST /, POST /endpoint/fail, POST /endpoint/resources, POST /endpoint/reset, GET /endpoint/calls, GET /endpoint/created, GET /endpoint/forgotten and GET /endpoint/resources.",
      );
  }
}

function planFailure({ parameters }: Call, endpoint: Pick<Endpoint, "fail">): void {
  const action = parameters.get("action") ?? "";
  const code = parameters.get("code") ?? "";
  endpoint.fail(action, code, Number(parameters.get("times") ?? "1"));
}

/** Parameters outside the plan are members of the new resources. */
function planResources({ parameters }: Call, endpoint: Pick<Endpoint, "list">): void {
  const { operation = "", ...rest } = Object.fromEntries(parameters);
  const numbers = ["count", "emptyPage", "afterPage", "add", "remove"];
  const [plan, members] = [true, false].map((wanted) =>
    Object.entries(rest).filter(([name]) => numbers.includes(name) === wanted),
  ) as [[string, string][], [string, string][]];
  endpoint.list(operation, {
    ...Object.fromEntries(plan.map(([name, text]) => [name, Number(text)])),
    members: Object.fromEntries(members),
  });
}

function tryTo(act: () => void): Answer {
  try {
    act();
  } catch (error) {
    return message(400, error instanceof Error ? error.message : String(error));
  }
  return { status: 204, contentType: contentTypes.json, body: "" };
}

function message(status: number, text: string): Answer {
  return answer(status, { Message: text });
}

function answer(status: number, body: unknown): Answer {
  return { status, contentType: contentTypes.json, body: writeJson(body) };
}
