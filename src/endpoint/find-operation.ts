import type { Operation } from "../spec/operation.ts";
import {
  type Call,
  type Outcome,
  type Parameters,
  refuse,
  refuseMissing,
  type SignatureMethod,
} from "./wire/call.ts";

/** Finds the operation of a call by its version and action. */
export function findOperation(operations: OperationIndex, call: Call): Outcome<Operation> {
  const { action, version } = call;
  if (action === undefined) return { refusal: refuseMissing("Action") };
  if (version === undefined) return { refusal: refuseMissing("Version") };
  const ofVersion = operations.get(version);
  if (ofVersion === undefined) {
    return { refusal: refuse("InvalidVersion", "Specified parameter Version is not valid.") };
  }
  const operation = ofVersion.get(action);
  if (operation === undefined) {
    return {
      refusal: refuse(
        "InvalidApi.NotFound",
        "Specified api is not found, please check your url and method.",
        404,
      ),
    };
  }
  return { value: operation };
}

/** Operations by version, then by action. */
export type OperationIndex = ReadonlyMap<string, ReadonlyMap<string, Operation>>;

/**
 * Indexes operations by version and action.
 *
 * @throws {Error} Two operations have the same version and action.
 */
export function indexOperations(operations: readonly Operation[]): OperationIndex {
  const index = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const { version, action, page } = operation;
    const ofVersion = index.get(version) ?? new Map<string, Operation>();
    const other = ofVersion.get(action);
    if (other !== undefined) {
      throw new Error(
        `${action} of version ${version} is served twice: ${other.page} and ${page}.`,
      );
    }
    index.set(version, ofVersion.set(action, operation));
  }
  return index;
}

/** Protocol parameters that any call may have. */
const commonParameters: ReadonlySet<string> = new Set(["Action", "Version", "Format", "RegionId"]);

/** Parameters of an HMAC-SHA1 signature. */
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
 * Returns a call's parameters without the protocol's, except for those that the operation documents.
 *
 * The result has no key, token or signature. For another signature method than HMAC-SHA1, the parameters
 * of an HMAC-SHA1 signature are ordinary ones and stay.
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
