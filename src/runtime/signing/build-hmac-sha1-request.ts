import { hmacSha1 } from "#platform";
import { encodeParameters, percentEncode } from "./encode-parameters.ts";
import type { SignedRequest, UnsignedRequest } from "./signed-request.ts";

/**
 * Builds a request signed with HMAC-SHA1. All parameters go in a form body; in a query, access logs
 * would record key id and signature.
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

/** The input of an HMAC-SHA1 signature: all parameters but `Signature`. */
export interface HmacSha1Input {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A signature and the signed text. */
export interface HmacSha1Signature {
  readonly signature: string;
  readonly stringToSign: string;
}

/** Signs a request with HMAC-SHA1, signature version 1.0. */
export async function signHmacSha1(
  input: HmacSha1Input & { readonly accessKeySecret: string },
): Promise<HmacSha1Signature> {
  const encoded = encodeParameters(input.parameters);
  const stringToSign = `${input.method}&%2F&${percentEncode(encoded)}`;
  return { stringToSign, signature: await hmacSha1(`${input.accessKeySecret}&`, stringToSign) };
}
