import type { EndpointCreation } from "./keep-effects.ts";
import type { EndpointResource } from "./resources/control-resources.ts";
import type { ListPlan } from "./resources/keep-resources.ts";
import type { SignatureMethod } from "./wire/call.ts";

/** An API call that arrived, successful or refused. It has no key, token or signature. */
export interface EndpointCall {
  /** Absent where the call has none or could not be parsed. */
  readonly action?: string;
  readonly version?: string;
  /** Flat (`PortRanges.1.FromPort`), without the protocol's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The signature method of the call, even where it is unsigned. Absent where it could not be parsed. */
  readonly signature?: SignatureMethod;
  /** HTTP status of the response. */
  readonly status: number;
  /** Code of the error; absent on success. */
  readonly code?: string;
  /** The response's `x-acs-request-id` header. */
  readonly requestId: string;
}

/** The number of records that an endpoint has discarded for newer ones. */
export interface EndpointForgotten {
  /** Discarded from `Endpoint.calls`. */
  readonly calls: number;
  /** Discarded from `Endpoint.created`. */
  readonly created: number;
  /** Discarded idempotency tokens; a call that repeats one takes effect again. */
  readonly tokens: number;
  /** Discarded IDs of deleted resources, which now count as never created. */
  readonly deleted: number;
}

/** A loopback server that stands in for the service. */
export interface Endpoint {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  /** API calls in the order of their responses: all, or the newest `maxCalls`. Grows as calls arrive. */
  readonly calls: readonly EndpointCall[];
  /** Effects in order: all, or the newest `maxCalls`. A call that repeats an idempotency token has none. */
  readonly created: readonly EndpointCreation[];
  /**
   * Makes the next `times` (default 1) calls of an action fail. Plans for one action apply in order.
   *
   * Unsigned or malformed calls are refused for that reason and do not count.
   *
   * @param code An error of the action's page, or one that any call can return: `Throttling`,
   * `Throttling.User`, `Throttling.Api`, `ServiceUnavailable`, `InternalError`.
   * @throws {Error} The action or the code is unknown, `times` is not a whole number from 1, or 1,000 plans
   * are pending. The message lists the known actions or codes.
   */
  fail(action: string, code: string, times?: number): void;
  /** The numbers of discarded records; all 0 at the start. */
  forgotten(): EndpointForgotten;
  /** The kinds of resources that operations manage, each with its stored resources. */
  resources(): readonly EndpointResource[];
  /**
   * Creates resources that an operation lists, and configures how it lists them.
   *
   * @throws {Error} The action is unknown or lists no stored resources, a number is invalid, or the limit
   * is exceeded. The message lists the alternatives.
   */
  list(action: string, plan: ListPlan): void;
  /** Discards resources, calls, effects, tokens and plans, as after a restart. Nonces stay. */
  reset(): void;
  /** Closes all connections, idle ones too, and frees the port. Repeated calls are allowed. */
  close(): Promise<void>;
}
