import { createHash, createHmac, randomUUID } from "node:crypto";

/** An HTTP request as lines and a body, so that it can be changed in any way before it is sent. */
export interface SignedRequest {
  readonly method: string;
  readonly target: string;
  /** As they are sent, in order; a name may come more than once. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** How a request differs from the least that is right. */
export interface Ways {
  readonly method?: string;
  readonly query?: string;
  readonly body?: string;
  /** Headers that are sent and signed, in the place of those of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names that are signed, in their order. Default: those that have to be. */
  readonly signed?: (names: string[]) => string[];
  readonly secret?: string;
}

/** A call of `CreateThing` signed with ACS3-HMAC-SHA256 as the ways say, and right in all else. */
export function signAcs3Call(host: string, ways: Ways = {}): SignedRequest {
  const { method = "POST", query = "", body = "", secret = "testsecret" } = ways;
  const headers: Record<string, string> = {
    host,
    ...(body === "" ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    "x-acs-action": "CreateThing",
    "x-acs-version": "2024-05-06",
    "x-acs-date": new Date().toISOString().replace(/\.\d+/, ""),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-content-sha256": sha256(body),
    ...ways.headers,
  };
  const names = Object.keys(headers).sort();
  const signed = ways.signed?.(names) ?? names;
  const valueOf = (name: string) =>
    Object.hasOwn(headers, name.toLowerCase()) ? headers[name.toLowerCase()]?.trim() : "";
  const canonical = [
    method,
    "/",
    query.split("&").sort().join("&"),
    signed.map((name) => `${name}:${valueOf(name)}\n`).join(""),
    signed.join(";"),
    headers["x-acs-content-sha256"],
  ].join("\n");
  const signature = createHmac("sha256", secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest("hex");
  return {
    method,
    target: query === "" ? "/" : `/?${query}`,
    headers: [
      ...Object.entries(headers),
      [
        "Authorization",
        `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${signed.join(";")},Signature=${signature}`,
      ],
    ],
    body,
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
