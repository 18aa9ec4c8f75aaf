import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Operation } from "../spec/operation.ts";
import { answerControl } from "./answer-control.ts";
import { answerError } from "./answer.ts";
import type { Endpoint, EndpointCall } from "./endpoint.ts";
import {
  findOperation,
  indexOperations,
  type OperationIndex,
  ownParameters,
} from "./find-operation.ts";
import { countCharacters, keepEffects } from "./keep-effects.ts";
import { planFailures } from "./plan-failures.ts";
import { planList, showResources } from "./resources/control-resources.ts";
import { keepResources, type ListPlan } from "./resources/keep-resources.ts";
import { makeLog } from "./resources/memory.ts";
import { serveCall, type Service } from "./serve-call.ts";
import { type Answer, type Call, type Outcome, type Refusal, refuse } from "./wire/call.ts";
import { keepNonces } from "./wire/keep-nonces.ts";
import { type BodyRoom, readBody, readCall } from "./wire/read-call.ts";
import { TOLERANCE } from "./wire/verify-call.ts";

export type { Endpoint } from "./endpoint.ts";

const HOST = "127.0.0.1";
/** Maximum number of open connections; further ones are closed at once. */
const MAX_CONNECTIONS = 1024;
/** Maximum number of bytes in all bodies being received. */
const BODY_ROOM = 64 * 1024 * 1024;
/** Milliseconds that a request may take to arrive. */
const REQUEST_TIMEOUT = 60_000;
/** Milliseconds between checks for slow requests. */
const CHECKING_INTERVAL = 10_000;
/** Maximum number of stored resources, and of idempotency tokens. */
const MAX_RESOURCES = 100_000;
/** Maximum number of recorded calls, and of effects. */
const MAX_CALLS = 10_000;
/** Maximum size of the request line and headers in bytes. Calls may have all their parameters in the query. */
const HEADER_LIMIT = 256 * 1024;

/** Options of `serveEndpoint`. */
export interface EndpointOptions {
  /** Port to listen on. Default: 0, any free port. */
  readonly port?: number;
  /** The only known access key. Default: `testid`. */
  readonly accessKeyId?: string;
  /** The secret of that key. Default: `testsecret`. */
  readonly accessKeySecret?: string;
  /** If set, calls must send this token. Otherwise they may send any token that is signed. */
  readonly securityToken?: string;
  /** The clock for checking timestamps. Default: the system's. */
  readonly now?: () => Date;
  /**
   * Maximum number of stored resources. Each counts once per started 1,024 characters. Default: 100,000.
   *
   * Creating more is refused with `QuotaExceeded`. The same limit applies to idempotency tokens and to
   * IDs of deleted resources; the oldest are discarded.
   */
  readonly maxResources?: number;
  /**
   * Maximum number of recorded calls, and of effects, counted likewise; the oldest are discarded.
   * Default: 10,000.
   */
  readonly maxCalls?: number;
  /** Milliseconds that a request may take to arrive before its connection is closed. Default: 60,000. */
  readonly requestTimeout?: number;
  /** Called with a sentence when records of a kind are discarded for the first time. */
  readonly warn?: (message: string) => void;
}

/** The kinds of records that may be discarded, with their names in messages. */
const kinds = {
  calls: "calls",
  created: "effects",
  tokens: "idempotency tokens",
  deleted: "ids of what was deleted",
} as const;

/**
 * Serves operations on 127.0.0.1 as the service would.
 *
 * It verifies signatures and parameters, and returns the page's sample or an error in the gateway's body.
 * Calls with a repeated idempotency token have no effect. Created resources can be described, listed,
 * changed and deleted by other operations of the product. All data is in memory.
 *
 * @throws {Error} Two operations have the same version and action, a limit is not a whole number from 1,
 * or the port is not available.
 */
export async function serveEndpoint(
  operations: readonly Operation[],
  options: EndpointOptions = {},
): Promise<Endpoint> {
  const index = indexOperations(operations);
  const { securityToken, maxResources = MAX_RESOURCES, maxCalls = MAX_CALLS } = options;
  const { requestTimeout = REQUEST_TIMEOUT } = options;
  for (const [name, limit] of Object.entries({ maxResources, maxCalls, requestTimeout })) {
    if (Number.isSafeInteger(limit) && limit >= 1) continue;
    throw new Error(`${name} is a whole number from 1, not ${limit}.`);
  }
  const warned = new Set<string>();
  const onForget = (kind: keyof typeof kinds) => {
    if (warned.has(kind)) return;
    warned.add(kind);
    const [flag, limit] =
      kind === "calls" || kind === "created"
        ? ["--max-calls", maxCalls]
        : ["--max-resources", maxResources];
    options.warn?.(
      `The endpoint forgets the oldest ${kinds[kind]}: ${flag} is ${limit}. GET /endpoint/forgotten counts them.`,
    );
  };
  const service: Service = {
    operations: index,
    gate: {
      keys: {
        accessKeyId: options.accessKeyId ?? "testid",
        accessKeySecret: options.accessKeySecret ?? "testsecret",
        ...(securityToken === undefined ? {} : { securityToken }),
      },
      now: options.now ?? (() => new Date()),
      nonces: keepNonces(TOLERANCE),
    },
    failures: planFailures(operations),
    effects: keepEffects({ maxCreated: maxCalls, maxTokens: maxResources, onForget }),
    resources: keepResources(operations, {
      maxResources,
      onForget: () => {
        onForget("deleted");
      },
    }),
  };
  const calls = makeLog<EndpointCall>(maxCalls, () => {
    onForget("calls");
  });
  const bodies: BodyRoom = { left: BODY_ROOM };
  const observed = {
    calls: calls.entries,
    created: service.effects.created,
    fail: (action: string, code: string, times = 1) => {
      service.failures.add(action, code, times);
    },
    forgotten: () => ({
      calls: calls.forgotten(),
      ...service.effects.forgotten(),
      deleted: service.resources.forgotten(),
    }),
    resources: () => showResources(service.resources),
    list: (action: string, plan: ListPlan) => {
      planList(service.resources, operations, action, plan);
    },
    reset: () => {
      calls.clear();
      warned.clear();
      service.effects.clear();
      service.failures.clear();
      service.resources.clear();
    },
  };

  const answerRequest = async (request: IncomingMessage, requestId: string): Promise<Answer> => {
    const reading = await readRequest(request, bodies);
    const call = "value" in reading ? reading.value : undefined;
    if (call !== undefined && call.path !== "/") return answerControl(call, observed);

    const outcome = "value" in reading ? serveCall(service, reading.value, requestId) : reading;
    const refusal = "refusal" in outcome ? outcome.refusal : undefined;
    const answer =
      "value" in outcome
        ? outcome.value
        : answerError(outcome.refusal, {
            format: call?.format ?? "json",
            requestId,
            hostId: request.headers.host ?? HOST,
          });
    const entry = recordCall(index, { call, refusal, status: answer.status, requestId });
    const { action = "", version = "" } = entry;
    calls.add(
      entry,
      action.length + version.length + (call === undefined ? 0 : countCharacters(call.parameters)),
    );
    return answer;
  };

  const settings = {
    maxHeaderSize: HEADER_LIMIT,
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(requestTimeout, CHECKING_INTERVAL),
  };
  const server = createServer(settings, (request, response) => {
    const requestId = randomUUID().toUpperCase();
    // Clients determine their clock's offset from this header.
    response.setHeader("date", service.gate.now().toUTCString());
    answerRequest(request, requestId).then(
      (answer) => {
        send(response, answer, requestId);
      },
      (error: unknown) => {
        // The client disconnected during its request, or the endpoint has a bug; it must keep serving in
        // both cases.
        const refusal = refuse("InternalError", String(error), 500);
        const context = { format: "json", requestId, hostId: HOST } as const;
        send(response, answerError(refusal, context), requestId);
      },
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Node drops headers above its own maximum, which could hide a duplicate.
  server.maxHeadersCount = 0;
  const port = await listen(server, options.port ?? 0);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${HOST}:${port}`,
    ...observed,
    close: () => (closing ??= close(server)),
  };
}

async function readRequest(request: IncomingMessage, bodies: BodyRoom): Promise<Outcome<Call>> {
  const body = await readBody(request, bodies);
  if ("refusal" in body) return body;
  return readCall({
    method: request.method ?? "",
    target: request.url ?? "",
    headers: readHeaders(request.rawHeaders),
    body: body.value,
  });
}

/** The headers with duplicates: Node drops a second `Host` or `Authorization`, and joins others. */
function readHeaders(raw: readonly string[]): Record<string, string | string[]> {
  const headers = new Map<string, string[]>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? "").toLowerCase();
    const value = raw[at + 1] ?? "";
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    Array.from(headers, ([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );
}

function send(response: ServerResponse, answer: Answer, requestId: string): void {
  response.setHeader("x-acs-request-id", requestId);
  if (answer.status !== 204) {
    response.setHeader("content-type", answer.contentType);
    response.setHeader("content-length", Buffer.byteLength(answer.body));
  }
  response.writeHead(answer.status);
  response.end(answer.body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("There is no port."));
      else resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}

/** The result of a call. */
interface CallResult {
  /** Absent where it could not be parsed. */
  readonly call: Call | undefined;
  readonly refusal: Refusal | undefined;
  readonly status: number;
  readonly requestId: string;
}

/** The record of a call for `Endpoint.calls`. */
function recordCall(operations: OperationIndex, result: CallResult): EndpointCall {
  const { call, refusal, status, requestId } = result;
  return {
    ...describe(operations, call),
    status,
    ...(refusal === undefined ? {} : { code: refusal.code }),
    requestId,
  };
}

function describe(
  operations: OperationIndex,
  call: Call | undefined,
): Pick<EndpointCall, "action" | "version" | "parameters" | "signature"> {
  if (call === undefined) return { parameters: {} };
  const found = findOperation(operations, call);
  const operation = "value" in found ? found.value : undefined;
  return {
    ...(call.action === undefined ? {} : { action: call.action }),
    ...(call.version === undefined ? {} : { version: call.version }),
    parameters: Object.fromEntries(ownParameters(call.parameters, operation)),
    signature: call.signature,
  };
}
