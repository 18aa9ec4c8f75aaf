/**
 * Says whose mistake a signature that does not match is: a service that rejects one tells the text it
 * signed itself. Nothing is said where it tells none.
 *
 * @param told the service's message
 * @param stringToSign the text that this client signed
 */
export function diagnoseSignature(told: string, stringToSign: string): string | undefined {
  const bare = (text: string) => text.replace(/\s+/g, "");
  if (bare(told).includes(bare(stringToSign))) {
    return "The service signed the same text, so the secret is wrong.";
  }
  return /ACS3-HMAC-SHA256\s+[\da-f]{64}|(?:GET|POST)&%2F&/.test(told)
    ? "The service signed another text, so the request was changed on its way."
    : undefined;
}
