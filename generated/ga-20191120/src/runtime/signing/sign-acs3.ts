import { hmacSha256, sha256 } from "#platform";
import { type Acs3Input, canonicalizeAcs3 } from "./canonicalize-acs3.ts";

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
