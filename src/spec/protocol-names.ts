/**
 * Parameters that belong to the wire protocol rather than to an operation: the client adds them to
 * every call. Pages list some of them beside an operation's own.
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

/** The parameter that every regional operation takes, and that a client can fill from its options. */
export const regionParameter = "RegionId";

/** The member of every answer that identifies the call; it stands at the top. */
export const requestId = "RequestId";

/** Codes of errors that any call may meet, whether or not its page has a row for them. */
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
