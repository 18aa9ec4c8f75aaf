import { hmacSha1 } from "#platform";
import { encodeParameters } from "./encode-parameters.ts";
import { percentEncode } from "./percent-encode.ts";

/** What an HMAC-SHA1 signature is over: every parameter, wherever it is sent, but `Signature`. */
export interface HmacSha1Input {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A signature, and the text it signs. */
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
