import type { AnswerShape } from "./responses/answer-shape.ts";
import type { ValidationLevel } from "./validation-level.ts";

/** The service an operation belongs to. */
export interface Service {
  /** The product's code. */
  readonly product: string;
  /** The version of its API, a date such as `2019-11-20`. */
  readonly version: string;
  /** Where it is reached if the client is given no endpoint: a host or a URL. */
  readonly endpoint?: string;
}

/** What a client has to say of every request. */
export interface ClientDefaults {
  /** Filled in where a request leaves its region out. */
  readonly regionId?: string | undefined;
  /** How much is checked; `full` if it is left out. */
  readonly validate?: ValidationLevel | undefined;
}

/** All the client has to know of an operation to call it. */
export interface Operation<Request, Response> {
  readonly service: Service;
  /** The operation's name on the wire. */
  readonly action: string;
  /**
   * Turns a request into wire parameters.
   *
   * @throws RequestError if the request does not fit the operation
   */
  readonly serialize: (request: Request, defaults: ClientDefaults) => Record<string, string>;
  /** The name of the parameter that makes repeating a request harmless, if there is one. */
  readonly idempotencyToken?: string;
  /** Whether the operation only reads, so that repeating it is harmless. */
  readonly readOnly?: true;
  /** What its answers have, by its page. Where it is left out, they stay as they came. */
  readonly answer?: AnswerShape;
  /** Never set: it only carries the type of the response. */
  readonly response?: Response;
}
