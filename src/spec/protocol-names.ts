/**
 * Parameters of the wire protocol: the client adds them to every call.
 *
 * Some pages list them beside an operation's own parameters.
 */
export const commonParameters: ReadonlySet<string> = new Set([
  "Action",
  "Version",
  "Format",
  "AccessKeyId",
  "Signature",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureNonce",
  "SignatureType",
  "SecurityToken",
  "BearerToken",
  "Timestamp",
]);

/** The parameter that names the operation; only pages of operations have a row for it. */
export const actionParameter = "Action";

/** The parameter that names the version of the API. */
export const versionParameter = "Version";

/** The parameter of every regional operation, which a client can fill from its options. */
export const regionParameter = "RegionId";

/** The top-level member of every response that identifies the call. */
export const requestId = "RequestId";

/** Error codes that any call may return, even without a row on its page. */
export const commonErrors: readonly string[] = [
  "Throttling",
  "Throttling.User",
  "Throttling.Api",
  "ServiceUnavailable",
  "InternalError",
  "InvalidAccessKeyId.NotFound",
  "InvalidAccessKeyId.Inactive",
  "SignatureDoesNotMatch",
  "InvalidTimeStamp.Expired",
  "SignatureNonceUsed",
  "Forbidden.RAM",
];
