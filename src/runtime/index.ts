export type {
  AbortSignalLike,
  HttpRequest,
  HttpResponse,
  PlatformAbortSignal,
  Transport,
} from "./transports/transport.ts";
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
export {
  isRequestError,
  RequestError,
  type RequestIssue,
  type RequestRule,
} from "./errors/request-error.ts";
export { isServiceError, ServiceError, type ServiceErrorDetails } from "./errors/service-error.ts";
export {
  isTransportError,
  TransportError,
  type TransportErrorDetails,
  type TransportFailure,
  type TransportPhase,
} from "./errors/transport-error.ts";
export {
  isWaitError,
  WaitError,
  type WaitErrorDetails,
  type WaitFailure,
} from "./errors/wait-error.ts";
export type { Open, Operation, Service } from "./operation.ts";
export type { ClientDefaults, ValidationLevel } from "./parameters/client-defaults.ts";
export type { Limits } from "./parameters/limits.ts";
export { paginate, type Pagination, type Paginator } from "./paginate.ts";
export { writeCommas } from "./parameters/write-commas.ts";
export { writeJson } from "./parameters/write-json.ts";
export { ParameterWriter, type Presence, type WriteValue } from "./parameters/parameter-writer.ts";
export type { AnswerShape } from "./responses/shape-answer.ts";
export { type Waiter, waitFor, type WaitOptions } from "./wait-for.ts";
