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
  const { accessKeyId, accessKeySecret } = unsigned.credentials;
  const method = "POST";
  const encoded = encodeParameters(unsigned.parameters);
  const inBody = encoded.length > longestQuery;
  const [query, body] = inBody ? ["", encoded] : [encoded, ""];
  const bodyHash = inBody ? await sha256(body) : hashOfNothing;
  const headers = writeHeaders(unsigned, bodyHash);
  const { authorization, signature, stringToSign } = await signAcs3({
    method,
    query,
    headers,
    bodyHash,
    accessKeyId,
    accessKeySecret,
  });
  headers.accept = "application/json";
  headers["user-agent"] = unsigned.userAgent;
  headers.authorization = authorization;
  return { method, path: query ? `/?${query}` : "/", headers, body, signature, stringToSign };
}

/** The headers that are signed, in the order of their names, which is that of the signature. */
function writeHeaders(unsigned: UnsignedRequest, bodyHash: string): Record<string, string> {
  const { service, action, endpoint, credentials } = unsigned;
  const { accessKeyId, securityToken } = credentials;
  const headers: Record<string, string> = {
    host: endpoint.host,
    "x-acs-action": action,
    "x-acs-content-sha256": bodyHash,
    "x-acs-date": unsigned.timestamp,
    "x-acs-signature-nonce": unsigned.nonce,
    "x-acs-version": service.version,
  };
  const added: Record<string, string> = {};
  if (bodyHash !== hashOfNothing) added["content-type"] = "application/x-www-form-urlencoded";
  if (securityToken !== undefined) {
    added["x-acs-accesskey-id"] = accessKeyId;
    added["x-acs-security-token"] = securityToken;
  }
  // Most calls have none of these, and sorting would take a good part of their time.
  if (Object.keys(added).length === 0) return headers;
  return Object.fromEntries(Object.entries({ ...headers, ...added }).sort());
}
