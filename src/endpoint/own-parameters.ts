import type { Operation } from "../spec/operation.ts";
import type { Parameters, SignatureMethod } from "./call.ts";

/** Parameters of the wire protocol, which may come with any call. */
const commonParameters: ReadonlySet<string> = new Set(["Action", "Version", "Format", "RegionId"]);

/** Those that a signature by HMAC-SHA1 is made of. */
const signatureParameters: ReadonlySet<string> = new Set([
  "AccessKeyId",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureType",
  "SignatureNonce",
  "Signature",
  "Timestamp",
  "SecurityToken",
  "BearerToken",
]);

/**
 * A call's parameters without those of the protocol, unless the operation documents one of that name.
 * What is left holds neither key nor token nor signature. Only a call whose other signature method is given keeps
 * those of HMAC-SHA1: there they are parameters like any other.
 */
export function ownParameters(
  parameters: Parameters,
  operation?: Operation,
  signature: SignatureMethod = "HMAC-SHA1",
): Parameters {
  const documented = new Set(operation?.request.map(({ name }) => name));
  const isOfProtocol = (name: string) =>
    commonParameters.has(name) || (signature === "HMAC-SHA1" && signatureParameters.has(name));
  return new Map([...parameters].filter(([name]) => !isOfProtocol(name) || documented.has(name)));
}
