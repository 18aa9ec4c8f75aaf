import { createNonce } from "#platform";
import type { ClientOptions } from "./client-options.ts";
import type { Clock } from "./time/clock.ts";
import type { Credentials } from "./credentials/credentials.ts";
import type { CredentialsReader } from "./credentials/credentials-reader.ts";
import type { Deadline } from "./time/deadline.ts";
import { createRedactor, type Redact } from "./errors/create-redactor.ts";
import { isClockSkew, isExpiredToken, rawCode, type ServiceError } from "./errors/service-error.ts";
import { restateFailure } from "./errors/restate-failure.ts";
import { RequestError } from "./errors/request-error.ts";
import type { TransportError } from "./errors/transport-error.ts";
import { type RequestEvent, tell } from "./events.ts";
import type { Operation } from "./operation.ts";
import type { OwnTransport } from "./transports/own-transport.ts";
import type { Endpoint } from "./transports/parse-endpoint.ts";
import type { Limits } from "./read-limits.ts";
import { header, type HttpResponse } from "./transports/transport.ts";
import { readResult } from "./responses/read-result.ts";
import { readServiceError } from "./responses/read-service-error.ts";
import type { Remedy } from "./retry/attempts.ts";
import { buildAcs3Request } from "./signing/build-acs3-request.ts";
import { buildHmacSha1Request } from "./signing/build-hmac-sha1-request.ts";
import type { SignedRequest } from "./signing/signed-request.ts";

/** The state shared by all calls of a client. */
export interface Sender {
  readonly options: ClientOptions;
  readonly clock: Clock;
  readonly credentials: CredentialsReader;
  readonly transport: OwnTransport;
}

/** The state shared by all attempts of a call. */
export interface Call {
  readonly operation: Operation<never, unknown>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoint: Endpoint;
  readonly deadline: Deadline;
  readonly limits: Limits;
}

/** The outcome of an attempt. */
export interface AttemptOutcome {
  /** The event that listeners received. */
  readonly event: RequestEvent;
  readonly result: unknown;
  /** Absent if the attempt succeeded. */
  readonly error: RequestError | ServiceError | TransportError | undefined;
  readonly remedy: Remedy | undefined;
}

/** Runs one attempt: credentials, signature, request, response. Never rejects. */
export async function sendAttempt(
  { options, clock, credentials: reader, transport }: Sender,
  { operation, parameters, endpoint, deadline, limits }: Call,
  attempt: number,
): Promise<AttemptOutcome> {
  const { service, action } = operation;
  const { product, version } = service;
  const event: RequestEvent = { product, version, action, endpoint: endpoint.origin, attempt };
  const begun = performance.now();
  let credentialsTime = 0;
  let credentials: Credentials | undefined;
  let signed: SignedRequest | undefined;
  let response: HttpResponse | undefined;
  let requestId: string | undefined;
  let result: unknown;
  let error: RequestError | ServiceError | TransportError | undefined;
  let remedy: Remedy | undefined;
  let redactor: Redact | undefined;
  // Created on first use, which is after signing.
  const redact: Redact = (text) => {
    const { accessKeyId, accessKeySecret, securityToken } = credentials ?? {};
    const secrets = [accessKeyId, accessKeySecret, securityToken, signed?.signature];
    return (redactor ??= createRedactor(secrets))(text);
  };

  deadline.beginAttempt(attempt);
  try {
    deadline.check("credentials");
    const read = reader.read(attempt, deadline);
    credentials = read instanceof Promise ? await read : read;
    credentialsTime = performance.now() - begun;

    const build = options.signature === "HMAC-SHA1" ? buildHmacSha1Request : buildAcs3Request;
    const { nonce = createNonce, userAgent = "" } = options;
    const built = await build({
      service,
      action,
      parameters,
      endpoint,
      credentials,
      timestamp: clock.timestamp(),
      nonce: nonce(),
      userAgent: `docwright ${product}/${version} ${userAgent}`.trim(),
    });
    if (/[^ -~]/.test(Object.values(built.headers).join(""))) {
      throw new Error("headers are printable ASCII, nonce and userAgent among them.");
    }
    signed = built;
    tell(options.onRequest, event);
    deadline.check("connect");
    response = await transport.send({
      endpoint,
      method: signed.method,
      url: endpoint.origin + signed.path,
      path: signed.path,
      headers: signed.headers,
      body: signed.body,
      connectTimeout: limits.connect,
      maxResponseBytes: limits.maxResponseBytes,
      deadline,
    });
    requestId = header(response, "x-acs-request-id");
    if (response.status >= 200 && response.status < 300) {
      result = readResult(response, { attempts: attempt, redact });
    } else {
      const { stringToSign } = signed;
      const { time: now } = clock;
      const refusal = readServiceError(response, { attempts: attempt, stringToSign, redact, now });
      const code = rawCode(refusal);
      if (isClockSkew(code) && clock.adjust(header(response, "date"))) remedy = "clock";
      if (isExpiredToken(code) && reader.renews) remedy = "credentials";
      error = refusal;
    }
  } catch (thrown) {
    if (thrown instanceof RequestError && signed === undefined) error = thrown;
    else {
      error = restateFailure(thrown, { attempts: attempt, signed: signed !== undefined, redact });
      if (response === undefined) error = deadline.explain(error.phase) ?? error;
    }
  }
  if (options.onResponse !== undefined) {
    tell(options.onResponse, {
      request: event,
      status: response?.status,
      requestId: requestId && redact(requestId),
      error,
      timings: {
        credentials: credentialsTime,
        ...response?.timings,
        total: performance.now() - begun,
      },
    });
  }
  return { event, result, error, remedy };
}
