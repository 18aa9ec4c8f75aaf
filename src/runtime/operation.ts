import type { ClientDefaults } from "./parameters/client-defaults.ts";
import type { AnswerShape } from "./responses/shape-answer.ts";

/** The service an operation belongs to. */
export interface Service {
  /** The product's code. */
  readonly product: string;
  /** The version of its API, a date such as `2019-11-20`. */
  readonly version: string;
  /** Where it is reached if the client is given no endpoint: a host or a URL. */
  readonly endpoint?: string;
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

/**
 * The documented values of a member, with room for those its page does not name yet: an editor
 * completes `Value`, and any other text (or number) is accepted too.
 */
export type Open<Value extends string | number> =
  Value | (Value extends string ? string & {} : number & {});
