import { createNonce, createTransport } from "#platform";
import type { ClientOptions, RequestOptions } from "./client-options.ts";
import { Clock } from "./time/clock.ts";
import { CredentialsReader } from "./credentials/credentials-reader.ts";
import { Deadline } from "./time/deadline.ts";
import type { ClientDefaults } from "./parameters/client-defaults.ts";
import type { Operation } from "./operation.ts";
import { type Endpoint, parseEndpoint } from "./transports/parse-endpoint.ts";
import { defaultLimits, type Limits, readLimits } from "./read-limits.ts";
import { Attempts } from "./retry/attempts.ts";
import { shapeAnswer } from "./responses/shape-answer.ts";
import { RetryBudget } from "./retry/retry-budget.ts";
import { type Call, sendAttempt, type Sender } from "./send-attempt.ts";
import { tell } from "./events.ts";
import { wrapTransport } from "./transports/own-transport.ts";

/** Calls operations of a service. A client can run any number of calls at a time. */
export class Client {
  readonly #options: ClientOptions;
  readonly #defaults: ClientDefaults;
  readonly #limits: Limits;
  readonly #sender: Sender;
  readonly #budget = new RetryBudget();
  readonly #endpoints = new Map<string | undefined, Endpoint>();

  /** @throws RequestError if an option is invalid on this platform */
  constructor(options: ClientOptions = {}) {
    const { regionId, validate, credentials, clock, transport, agent } = options;
    this.#options = options;
    this.#defaults = { regionId, validate };
    this.#limits = readLimits(defaultLimits, options);
    this.#sender = {
      options,
      clock: new Clock(clock),
      credentials: new CredentialsReader(credentials),
      transport: transport === undefined ? createTransport(agent) : wrapTransport(transport),
    };
  }

  /**
   * Calls an operation and returns its response, unknown members included. Values are converted to
   * their documented types where the conversion is lossless; nothing is rejected. Integers above
   * 2^53 are strings of their digits.
   *
   * @throws RequestError if the request is invalid, or no endpoint or usable key is available
   * @throws ServiceError if the service responds with an error
   * @throws TransportError if no readable response arrives in time
   */
  async call<Request, Response>(
    operation: Operation<Request, Response>,
    request: NoInfer<Request>,
    options: RequestOptions = {},
  ): Promise<Response> {
    const { idempotencyToken: token, readOnly = false } = operation;
    const { validate, timeout, retry } = options;
    const defaults = validate === undefined ? this.#defaults : { ...this.#defaults, validate };
    const parameters = operation.serialize(request, defaults);
    const changed = timeout !== undefined || retry !== undefined;
    const limits = changed ? readLimits(this.#limits, options) : this.#limits;
    const endpoint = this.#endpoint(operation.service.endpoint);
    // A single attempt needs no token, so the request stays as the caller wrote it.
    if (token !== undefined && limits.maxAttempts > 1) parameters[token] ||= createNonce();

    const attempts = new Attempts({
      maxAttempts: limits.maxAttempts,
      repeatable: readOnly || (token !== undefined && Boolean(parameters[token])),
      budget: this.#budget,
    });
    const deadline = new Deadline(limits, options.signal);
    const call: Call = { operation, parameters, endpoint, deadline, limits };
    try {
      for (;;) {
        const outcome = await sendAttempt(this.#sender, call, attempts.current);
        if (outcome.error === undefined) {
          attempts.succeeded();
          // The only cast: the response is typed as its page documents it, and is not validated.
          return shapeAnswer(outcome.result, operation.answer ?? "any") as Response;
        }
        const { error, remedy, event } = outcome;
        const delay = attempts.next(error, { remedy, remaining: deadline.remaining });
        if (delay === undefined) throw error;
        tell(this.#options.onRetry, { request: event, error, delay });
        if (delay > 0) await deadline.sleep(delay);
      }
    } finally {
      deadline.close();
    }
  }

  /** Closes idle connections. Running calls continue, and later calls open new connections. */
  close(): void {
    this.#sender.transport.close?.();
  }

  #endpoint(own: string | undefined): Endpoint {
    const { endpoint: given, allowInsecureConnection } = this.#options;
    const text = given ?? own;
    const endpoint = this.#endpoints.get(text) ?? parseEndpoint(text, allowInsecureConnection);
    this.#endpoints.set(text, endpoint);
    return endpoint;
  }
}
