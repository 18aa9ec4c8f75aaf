import type { Operation } from "../spec/operation.ts";
import type { Parameters } from "./call.ts";

/** Parameters of the wire protocol, which may come with any call. */
const protocolParameters: ReadonlySet<string> = new Set([
  "Action",
  "Version",
  "Format",
  "AccessKeyId",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureType",
  "SignatureNonce",
  "Signature",
  "Timestamp",
  "SecurityToken",
  "BearerToken",
  "RegionId",
]);

/**
 * A call's parameters without those of the protocol, unless the operation documents one of that name.
 * What is left holds neither key nor token nor signature.
 */
export function ownParameters(parameters: Parameters, operation?: Operation): Parameters {
  const documented = new Set(operation?.request.map(({ name }) => name));
  return new Map(
    [...parameters].filter(([name]) => !protocolParameters.has(name) || documented.has(name)),
  );
}
