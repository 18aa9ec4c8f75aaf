import { createNonce, createTransport } from "#platform";
import type { ClientOptions, RequestOptions } from "./client-options.ts";
import { CredentialsReader } from "./credentials-reader.ts";
import { Deadline } from "./deadline.ts";
import { createRedactor } from "./errors/create-redactor.ts";
import { formatTimestamp } from "./format-timestamp.ts";
import type { ClientDefaults, Operation } from "./operation.ts";
import { parseEndpoint } from "./parse-endpoint.ts";
import { readResult } from "./responses/read-result.ts";
import { readServiceError } from "./responses/read-service-error.ts";
import { retryDelay } from "./retry/retry-delay.ts";
import { sendWithin } from "./send-within.ts";
import { buildAcs3Request } from "./signing/build-acs3-request.ts";
import { buildHmacSha1Request } from "./signing/build-hmac-sha1-request.ts";
import type { UnsignedRequest } from "./signing/signed-request.ts";
import type { Transport } from "./transport.ts";

/** What all attempts of one call have in common. */
interface Call {
  readonly request: Omit<UnsignedRequest, "credentials" | "nonce" | "timestamp">;
  readonly connectTimeout: number;
  readonly deadline: Deadline;
}

/** Calls operations of a service. One client serves any number of calls at a time. */
export class Client {
  readonly #options: ClientOptions;
  readonly #defaults: ClientDefaults;
  readonly #credentials: CredentialsReader;
  readonly #transport: Transport;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#defaults = options.regionId === undefined ? {} : { regionId: options.regionId };
    this.#credentials = new CredentialsReader(options.credentials);
    this.#transport = options.transport ?? createTransport();
  }

  /**
   * Calls an operation. The response is what the service sent, unknown members included, nothing
   * checked against the types; integers beyond 2^53 are strings of their digits.
   *
   * @throws RequestError if the request does not fit the operation, or there is no endpoint
   * @throws ServiceError if the service answers with an error
   * @throws TransportError if no answer that can be read comes in time
   */
  async call<Request, Response>(
    operation: Operation<Request, Response>,
    request: NoInfer<Request>,
    options: RequestOptions = {},
  ): Promise<Response> {
    const { service, action, idempotencyToken } = operation;
    const parameters = operation.serialize(request, this.#defaults);
    const endpoint = parseEndpoint(this.#options.endpoint ?? service.endpoint);
    const { connect = 10_000, total = 60_000 } = { ...this.#options.timeout, ...options.timeout };
    const retry = options.retry ?? this.#options.retry ?? {};
    const maxAttempts = retry === false ? 1 : (retry.maxAttempts ?? 3);
    const repeatable = idempotencyToken !== undefined && Boolean(parameters[idempotencyToken]);

    const deadline = new Deadline(total, options.signal);
    const call: Call = {
      request: { service, action, parameters, endpoint, userAgent: this.#userAgent(operation) },
      connectTimeout: connect,
      deadline,
    };
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          // The only cast: the type is the page's word, and nobody holds a response to it.
          return (await this.#attempt(call, attempt)) as Response;
        } catch (error) {
          const delay =
            attempt < maxAttempts ? retryDelay({ error, attempt, repeatable }) : Infinity;
          // A wait that would outlast the call is not begun: this error says more than a time-out.
          if (!(delay < deadline.remaining)) throw error;
          await deadline.sleep(delay, attempt);
        }
      }
    } finally {
      deadline.close();
    }
  }

  /** Frees kept connections. Calls under way go on, and later ones connect anew. */
  close(): void {
    this.#transport.close?.();
  }

  async #attempt({ request, connectTimeout, deadline }: Call, attempt: number): Promise<unknown> {
    const credentials = await deadline.run(() => this.#credentials.read(attempt), {
      phase: "credentials",
      attempt,
    });
    const { clock, nonce } = this.#options;
    const build = this.#options.signature === "HMAC-SHA1" ? buildHmacSha1Request : buildAcs3Request;
    const { signature, ...signed } = await build({
      ...request,
      credentials,
      timestamp: formatTimestamp(clock?.() ?? new Date()),
      nonce: nonce?.() ?? createNonce(),
    });
    const { accessKeyId, accessKeySecret, securityToken } = credentials;
    const redact = createRedactor([accessKeyId, accessKeySecret, securityToken, signature]);
    const response = await sendWithin(deadline, {
      transport: this.#transport,
      request: { ...signed, connectTimeout, signal: deadline.signal },
      attempt,
      redact,
    });
    if (response.status >= 200 && response.status < 300) {
      return readResult(response, { attempts: attempt, redact });
    }
    throw readServiceError(response, { attempts: attempt, redact });
  }

  #userAgent({ service }: Operation<never, unknown>): string {
    const own = `docwright ${service.product}/${service.version}`;
    const { userAgent } = this.#options;
    return userAgent ? `${own} ${userAgent}` : own;
  }
}
