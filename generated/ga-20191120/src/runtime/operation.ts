import type { ClientDefaults } from "./parameters/client-defaults.ts";
import type { AnswerShape } from "./responses/shape-answer.ts";

/** The service of an operation. */
export interface Service {
  /** The product's code. */
  readonly product: string;
  /** The API version, a date such as `2019-11-20`. */
  readonly version: string;
  /** The default endpoint: a host or a URL. */
  readonly endpoint?: string;
}

/** The facts the client needs to call an operation. */
export interface Operation<Request, Response> {
  readonly service: Service;
  /** The operation's name on the wire. */
  readonly action: string;
  /**
   * Converts a request to wire parameters.
   *
   * @throws RequestError if the request is invalid
   */
  readonly serialize: (request: Request, defaults: ClientDefaults) => Record<string, string>;
  /** The parameter that makes retries of a request safe, if any. */
  readonly idempotencyToken?: string;
  /** True if the operation only reads, so that retries are safe. */
  readonly readOnly?: true;
  /** The documented shape of the response. If absent, responses stay as received. */
  readonly answer?: AnswerShape;
  /** Never set; it only carries the response type. */
  readonly response?: Response;
}

/**
 * Documented values that stay open: an editor completes `Value`, and any other text or number is
 * accepted.
 */
export type Open<Value extends string | number> =
  Value | (Value extends string ? string & {} : number & {});
