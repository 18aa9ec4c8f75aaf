import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Operation } from "../spec/operation.ts";
import { answerControl } from "./answer-control.ts";
import { answerError } from "./answer-error.ts";
import type { Answer, Call, Outcome } from "./call.ts";
import type { Endpoint, EndpointCall } from "./endpoint.ts";
import { indexOperations } from "./index-operations.ts";
import { keepEffects } from "./keep-effects.ts";
import { planFailures } from "./plan-failures.ts";
import { readBody } from "./read-body.ts";
import { readCall } from "./read-call.ts";
import { recordCall } from "./record-call.ts";
import { refuse } from "./refuse.ts";
import { keepResources } from "./resources/keep-resources.ts";
import type { ListPlan } from "./resources/list-plan.ts";
import { planList } from "./resources/plan-list.ts";
import { showResources } from "./resources/show-resources.ts";
import { serveCall, type Service } from "./serve-call.ts";

export type { Endpoint } from "./endpoint.ts";

const HOST = "127.0.0.1";
/** Bytes. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** Bytes of the request line and headers together: calls carry their parameters in the query. */
const HEADER_LIMIT = 256 * 1024;

/** How to serve. */
export interface EndpointOptions {
  /** Default: 0, any that is free. */
  readonly port?: number;
  /** The one key that is known. Default: `testid`. */
  readonly accessKeyId?: string;
  /** Default: `testsecret`. */
  readonly accessKeySecret?: string;
  /** Where set, calls have to carry it. Where not, they may carry any, if it is signed. */
  readonly securityToken?: string;
  /** The clock that timestamps are held against. Default: the computer's. */
  readonly now?: () => Date;
}

/**
 * Serves operations on 127.0.0.1 as the service would: checks signature and parameters, answers with
 * the page's sample or an error in the gateway's body, and does nothing twice for one idempotency
 * token. What calls create is described, listed, changed and deleted by others of its product. All
 * that it keeps is in memory.
 *
 * @throws {Error} Two operations have the same version and action, or the port cannot be had.
 */
export async function serveEndpoint(
  operations: readonly Operation[],
  options: EndpointOptions = {},
): Promise<Endpoint> {
  const index = indexOperations(operations);
  const { securityToken } = options;
  const service: Service = {
    operations: index,
    gate: {
      keys: {
        accessKeyId: options.accessKeyId ?? "testid",
        accessKeySecret: options.accessKeySecret ?? "testsecret",
        ...(securityToken === undefined ? {} : { securityToken }),
      },
      now: options.now ?? (() => new Date()),
      nonces: new Map(),
    },
    failures: planFailures(operations),
    effects: keepEffects(),
    resources: keepResources(operations),
  };
  const calls: EndpointCall[] = [];
  const observed = {
    calls,
    created: service.effects.created,
    fail: (action: string, code: string, times = 1) => {
      service.failures.add(action, code, times);
    },
    resources: () => showResources(service.resources),
    list: (action: string, plan: ListPlan) => {
      planList(service.resources, operations, action, plan);
    },
    reset: () => {
      calls.length = 0;
      service.effects.clear();
      service.failures.clear();
      service.resources.clear();
    },
  };

  const answerRequest = async (request: IncomingMessage, requestId: string): Promise<Answer> => {
    const reading = await readRequest(request);
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
    calls.push(recordCall(index, { call, refusal, status: answer.status, requestId }));
    return answer;
  };

  const server = createServer({ maxHeaderSize: HEADER_LIMIT }, (request, response) => {
    const requestId = randomUUID().toUpperCase();
    // By it, clients can tell how far off their clock is.
    response.setHeader("date", service.gate.now().toUTCString());
    answerRequest(request, requestId).then(
      (answer) => {
        send(response, answer, requestId);
      },
      (error: unknown) => {
        // The client left in the middle of its request, or we have a bug: either way go on serving.
        const refusal = refuse("InternalError", String(error), 500);
        const context = { format: "json", requestId, hostId: HOST } as const;
        send(response, answerError(refusal, context), requestId);
      },
    );
  });
  const port = await listen(server, options.port ?? 0);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${HOST}:${port}`,
    ...observed,
    close: () => (closing ??= close(server)),
  };
}

async function readRequest(request: IncomingMessage): Promise<Outcome<Call>> {
  const body = await readBody(request, BODY_LIMIT);
  if (body === undefined) {
    const message = `The request body is longer than ${BODY_LIMIT} bytes.`;
    return { refusal: refuse("RequestEntityTooLarge", message, 413) };
  }
  return readCall({
    method: request.method ?? "",
    target: request.url ?? "",
    headers: request.headers,
    body,
  });
}

function send(response: ServerResponse, answer: Answer, requestId: string): void {
  response.setHeader("x-acs-request-id", requestId);
  if (answer.status !== 204) response.setHeader("content-type", answer.contentType);
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
