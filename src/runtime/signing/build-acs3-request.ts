import { hmacSha256, sha256 } from "#platform";
import { encodeParameters } from "./encode-parameters.ts";
import type { SignedRequest, UnsignedRequest } from "./signed-request.ts";

const hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// Gateways commonly accept 8 KiB for the request line.
const longestQuery = 8_000;

/**
 * Builds a request signed with ACS3. Parameters go in the query, or in a form body where the query
 * would be too long; the rest in headers.
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

/** Returns the headers to sign, sorted by name as the signature requires. */
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
  // Most calls have none of these, and sorting is comparatively slow.
  if (Object.keys(added).length === 0) return headers;
  return Object.fromEntries(Object.entries({ ...headers, ...added }).sort());
}

/** A signature, the signed text, and the authorization header. */
export interface Acs3Signature {
  readonly signature: string;
  readonly stringToSign: string;
  readonly authorization: string;
}

/** Signs a request with ACS3-HMAC-SHA256. */
export async function signAcs3(
  input: Acs3Input & { readonly accessKeyId: string; readonly accessKeySecret: string },
): Promise<Acs3Signature> {
  const { request, signedHeaders } = canonicalizeAcs3(input);
  const stringToSign = `ACS3-HMAC-SHA256\n${await sha256(request)}`;
  const signature = await hmacSha256(input.accessKeySecret, stringToSign);
  const authorization = `ACS3-HMAC-SHA256 Credential=${input.accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { signature, stringToSign, authorization };
}

/** The input of an ACS3 signature. */
export interface Acs3Input {
  readonly method: string;
  /** Encoded by `encodeParameters`. */
  readonly query: string;
  /** The headers to sign: lower-case sorted names, trimmed values. */
  readonly headers: Readonly<Record<string, string>>;
  /** The SHA-256 of the body, in lower-case hexadecimal. */
  readonly bodyHash: string;
}

/** The canonical request, and the names of its headers. */
export interface Acs3Canonical {
  readonly request: string;
  readonly signedHeaders: string;
}

/** Returns the canonical form of a request to the path `/`. */
export function canonicalizeAcs3({ method, query, headers, bodyHash }: Acs3Input): Acs3Canonical {
  let lines = "";
  for (const name of Object.keys(headers)) lines += `${name}:${headers[name]}\n`;
  const signedHeaders = Object.keys(headers).join(";");
  const request = `${method}\n/\n${query}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  return { request, signedHeaders };
}
