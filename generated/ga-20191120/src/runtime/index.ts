export type { AbortSignalLike, PlatformAbortSignal } from "./transports/abort-signal.ts";
export type {
  ClientOptions,
  RequestOptions,
  RetryOptions,
  SignatureAlgorithm,
  TimeoutOptions,
} from "./client-options.ts";
export { Client } from "./client.ts";
export type {
  Credentials,
  CredentialsSource,
  ProvidedCredentials,
} from "./credentials/credentials.ts";
export type { AttemptTimings, RequestEvent, ResponseEvent, RetryEvent } from "./events.ts";
export { isRequestError } from "./errors/is-request-error.ts";
export { isServiceError } from "./errors/is-service-error.ts";
export { isTransportError } from "./errors/is-transport-error.ts";
export { isWaitError } from "./errors/is-wait-error.ts";
export { RequestError, type RequestIssue, type RequestRule } from "./errors/request-error.ts";
export { ServiceError, type ServiceErrorDetails } from "./errors/service-error.ts";
export {
  TransportError,
  type TransportErrorDetails,
  type TransportFailure,
  type TransportPhase,
} from "./errors/transport-error.ts";
export { WaitError, type WaitErrorDetails, type WaitFailure } from "./errors/wait-error.ts";
export type { Open } from "./open.ts";
export type { ClientDefaults, Operation, Service } from "./operation.ts";
export type { Limits } from "./parameters/limits.ts";
export { paginate } from "./paging/paginate.ts";
export type { Pagination } from "./paging/pagination.ts";
export type { Paginator } from "./paging/paginator.ts";
export { writeCommas } from "./parameters/write-commas.ts";
export { writeJson } from "./parameters/write-json.ts";
export { ParameterWriter, type Presence, type WriteValue } from "./parameters/parameter-writer.ts";
export type { AnswerShape } from "./responses/answer-shape.ts";
export type { HttpRequest, HttpResponse, Transport } from "./transports/transport.ts";
export type { ValidationLevel } from "./validation-level.ts";
export type { WaitOptions } from "./waiting/wait-options.ts";
export { waitFor } from "./waiting/wait-for.ts";
export type { Waiter } from "./waiting/waiter.ts";
