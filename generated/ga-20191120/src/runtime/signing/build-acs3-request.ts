import { hmacSha256, sha256 } from "#platform";
import { encodeParameters } from "./encode-parameters.ts";
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

/** A signature, the text it signs, and the header that carries it. */
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

/** What an ACS3 signature is over. */
export interface Acs3Input {
  readonly method: string;
  /** As `encodeParameters` writes it. */
  readonly query: string;
  /** The headers to be signed: names in lower case and sorted, values without space around them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The SHA-256 of the body, in lower-case hexadecimal. */
  readonly bodyHash: string;
}

/** The text that is hashed and signed, and the names of the headers in it. */
export interface Acs3Canonical {
  readonly request: string;
  readonly signedHeaders: string;
}

/** Writes a request to the path `/` in the one form client and service agree on. */
export function canonicalizeAcs3({ method, query, headers, bodyHash }: Acs3Input): Acs3Canonical {
  let lines = "";
  for (const name of Object.keys(headers)) lines += `${name}:${headers[name]}\n`;
  const signedHeaders = Object.keys(headers).join(";");
  const request = `${method}\n/\n${query}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  return { request, signedHeaders };
}
