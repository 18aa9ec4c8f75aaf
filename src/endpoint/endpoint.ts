import type { EndpointCreation } from "./keep-effects.ts";
import type { EndpointResource } from "./resources/control-resources.ts";
import type { ListPlan } from "./resources/keep-resources.ts";
import type { SignatureMethod } from "./wire/call.ts";

/** A call of the API that arrived, answered or refused. It holds no key, token or signature. */
export interface EndpointCall {
  /** Absent where the call names none, or could not be read. */
  readonly action?: string;
  readonly version?: string;
  /** Flat (`PortRanges.1.FromPort`), without those of the protocol. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How the call is signed, or would be. Absent where it could not be read. */
  readonly signature?: SignatureMethod;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Code of the error; absent on success. */
  readonly code?: string;
  /** As in the header `x-acs-request-id` of the answer. */
  readonly requestId: string;
}

/** How much of what an endpoint kept gave way to what came later. */
export interface EndpointForgotten {
  /** Calls, of `Endpoint.calls`. */
  readonly calls: number;
  /** Effects, of `Endpoint.created`. */
  readonly created: number;
  /** Idempotency tokens: a call that repeats one of them takes effect again. */
  readonly tokens: number;
  /** Ids of what was deleted: they are like those of what was never created. */
  readonly deleted: number;
}

/** A loopback server that stands in for the service. */
export interface Endpoint {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  /**
   * Calls of the API, in the order of the answers: all so far, or the newest `maxCalls` of them. Grows as calls
   * arrive.
   */
  readonly calls: readonly EndpointCall[];
  /**
   * Effects that took place, in order: all so far, or the newest `maxCalls` of them. A call that repeats an
   * idempotency token has none.
   */
  readonly created: readonly EndpointCreation[];
  /**
   * Lets the next `times` (default 1) calls of an action fail. Calls that are not signed, or not well
   * formed, are refused for that and do not count. Plans for one action are carried out in order.
   *
   * @param code One of the errors on the action's page, or one that any call can meet: `Throttling`,
   * `Throttling.User`, `Throttling.Api`, `ServiceUnavailable`, `InternalError`.
   * @throws {Error} There is no such action or code, and the message lists those there are; or
   * `times` is no whole number from 1; or 1,000 plans wait already.
   */
  fail(action: string, code: string, times?: number): void;
  /** How much gave way to what came later; all 0 as long as nothing did. */
  forgotten(): EndpointForgotten;
  /** The kinds of things that operations create, show, change and delete, and which of them there are. */
  resources(): readonly EndpointResource[];
  /**
   * Makes the resources that an operation lists, and says how it lists them.
   *
   * @throws {Error} There is no such action, it lists nothing that the endpoint keeps, a number is
   * none, or there is no room for as many; the message says what there is.
   */
  list(action: string, plan: ListPlan): void;
  /** Forgets resources, calls, effects, tokens and plans: as if it had just begun to serve, but for nonces. */
  reset(): void;
  /** Ends all connections, kept-alive ones too, and frees the port. May be called again. */
  close(): Promise<void>;
}
