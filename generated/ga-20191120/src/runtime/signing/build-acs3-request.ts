import { sha256 } from "#platform";
import { encodeParameters } from "./encode-parameters.ts";
import { signAcs3 } from "./sign-acs3.ts";
import type { SignedRequest, UnsignedRequest } from "./signed-request.ts";

const hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// Gateways commonly take 8 KiB for the request's first line.
const longestQuery = 8_000;

/**
 * Parameters go in the query, or in a form body where the query would be too long; everything else
 * goes in headers.
 */
export async function buildAcs3Request(unsigned: UnsignedRequest): Promise<SignedRequest> {
  const { service, action, parameters, endpoint, credentials } = unsigned;
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const method = "POST";
  const encoded = encodeParameters(parameters);
  const inBody = encoded.length > longestQuery;
  const query = inBody ? "" : encoded;
  const body = inBody ? encoded : "";
  const bodyHash = inBody ? await sha256(body) : hashOfNothing;

  // In the order of their names, which is that of the signature.
  const signed: Record<string, string> = {};
  if (inBody) signed["content-type"] = "application/x-www-form-urlencoded";
  signed.host = endpoint.host;
  if (securityToken !== undefined) signed["x-acs-accesskey-id"] = accessKeyId;
  signed["x-acs-action"] = action;
  signed["x-acs-content-sha256"] = bodyHash;
  signed["x-acs-date"] = unsigned.timestamp;
  if (securityToken !== undefined) signed["x-acs-security-token"] = securityToken;
  signed["x-acs-signature-nonce"] = unsigned.nonce;
  signed["x-acs-version"] = service.version;

  const signing = { method, query, headers: signed, bodyHash, accessKeyId, accessKeySecret };
  const { authorization, signature, stringToSign } = await signAcs3(signing);
  const unsignedHeaders = { accept: "application/json", "user-agent": unsigned.userAgent };
  return {
    method,
    path: query ? `/?${query}` : "/",
    headers: { ...signed, ...unsignedHeaders, authorization },
    body,
    signature,
    stringToSign,
  };
}
