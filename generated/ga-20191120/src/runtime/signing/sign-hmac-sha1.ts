import { hmacSha1 } from "#platform";
import { encodeParameters } from "./encode-parameters.ts";
import { percentEncode } from "./percent-encode.ts";

/** What an HMAC-SHA1 signature is over: every parameter, wherever it is sent, but `Signature`. */
export interface HmacSha1Input {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Signs a request with HMAC-SHA1, signature version 1.0. */
export async function signHmacSha1(
  input: HmacSha1Input & { readonly accessKeySecret: string },
): Promise<string> {
  const encoded = encodeParameters(input.parameters);
  return hmacSha1(`${input.accessKeySecret}&`, `${input.method}&%2F&${percentEncode(encoded)}`);
}
