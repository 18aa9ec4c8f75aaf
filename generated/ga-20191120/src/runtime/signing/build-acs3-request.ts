import { encodeParameters } from "./encode-parameters.ts";
import { signAcs3 } from "./sign-acs3.ts";
import type { SignedRequest, UnsignedRequest } from "./signed-request.ts";

const hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Parameters go in the query, everything else in headers; the body is empty. */
export async function buildAcs3Request(unsigned: UnsignedRequest): Promise<SignedRequest> {
  const { service, action, parameters, endpoint, credentials } = unsigned;
  const method = "POST";
  const headers: Record<string, string> = {
    host: endpoint.host,
    accept: "application/json",
    "user-agent": unsigned.userAgent,
    "x-acs-action": action,
    "x-acs-version": service.version,
    "x-acs-date": unsigned.timestamp,
    "x-acs-signature-nonce": unsigned.nonce,
    "x-acs-content-sha256": hashOfNothing,
  };
  if (credentials.securityToken !== undefined) {
    headers["x-acs-accesskey-id"] = credentials.accessKeyId;
    headers["x-acs-security-token"] = credentials.securityToken;
  }
  const query = encodeParameters(parameters);
  const { authorization, signature } = await signAcs3({
    ...credentials,
    method,
    query,
    headers,
    bodyHash: hashOfNothing,
  });
  return {
    method,
    url: `${endpoint.origin}/${query && `?${query}`}`,
    headers: { ...headers, authorization },
    body: "",
    signature,
  };
}
