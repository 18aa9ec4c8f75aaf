import { createHmac, randomUUID } from "node:crypto";

/**
 * The query of a call signed with HMAC-SHA1 for a GET, with the given parameters in the place of
 * what would stand there.
 */
export function signCall(parameters: Record<string, string>): string {
  const all: Record<string, string> = {
    Action: "CreateThing",
    Version: "2024-05-06",
    Format: "JSON",
    AccessKeyId: "testid",
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ""),
    ...parameters,
  };
  const canonical = Object.keys(all)
    .sort()
    .map((name) => `${encode(name)}=${encode(all[name] ?? "")}`)
    .join("&");
  const signature = createHmac("sha1", "testsecret&")
    .update(`GET&%2F&${encode(canonical)}`)
    .digest("base64");
  return `${canonical}&Signature=${encode(signature)}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
