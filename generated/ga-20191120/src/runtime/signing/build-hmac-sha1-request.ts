import { encodeParameters } from "./encode-parameters.ts";
import { signHmacSha1 } from "./sign-hmac-sha1.ts";
import type { SignedRequest, UnsignedRequest } from "./signed-request.ts";

/**
 * Everything goes in a form body. The query would do as well, but the key id and the signature
 * would then stand in the access logs of whatever lies between.
 */
export async function buildHmacSha1Request(unsigned: UnsignedRequest): Promise<SignedRequest> {
  const { service, action, endpoint, credentials } = unsigned;
  const method = "POST";
  const parameters: Record<string, string> = {
    ...unsigned.parameters,
    Action: action,
    Version: service.version,
    Format: "JSON",
    AccessKeyId: credentials.accessKeyId,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: unsigned.nonce,
    Timestamp: unsigned.timestamp,
  };
  if (credentials.securityToken !== undefined) {
    parameters.SecurityToken = credentials.securityToken;
  }
  const { accessKeySecret } = credentials;
  const { signature, stringToSign } = await signHmacSha1({ method, parameters, accessKeySecret });
  return {
    method,
    path: "/",
    headers: {
      host: endpoint.host,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": unsigned.userAgent,
    },
    body: encodeParameters({ ...parameters, Signature: signature }),
    signature,
    stringToSign,
  };
}
