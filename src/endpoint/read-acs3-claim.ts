import { createHash, createHmac } from "node:crypto";
import type { Call, Outcome } from "./call.ts";
import type { Claim } from "./claim.ts";
import { isSameText } from "./is-same-text.ts";
import { percentEncode } from "./percent-encode.ts";
import { readHeader } from "./read-header.ts";
import { refuse, refuseInvalid, refuseMissing } from "./refuse.ts";

const ALGORITHM = "ACS3-HMAC-SHA256";

/**
 * Reads a call signed with ACS3-HMAC-SHA256: everything that is no operation's own parameter is a
 * header. The signature covers the method, the query, a hash of the body, and the headers it names;
 * it has to name `host`, `content-type` and each `x-acs-*` header that came.
 */
export function readAcs3Claim(call: Call): Outcome<Claim> {
  if (readHeader(call, "x-acs-bearer-token") !== "") {
    return { refusal: refuseInvalid("x-acs-bearer-token", "bearer tokens are not served here") };
  }
  const needed = [
    ["authorization", "Authorization"],
    ["x-acs-date", "Timestamp"],
    ["x-acs-signature-nonce", "SignatureNonce"],
    ["x-acs-content-sha256", "ContentSha256"],
  ] as const;
  const missing = needed.find(([header]) => readHeader(call, header) === "");
  if (missing !== undefined) return { refusal: refuseMissing(missing[1]) };

  const authorization = readHeader(call, "authorization");
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    return { refusal: refuseInvalid("Authorization", `its algorithm is not ${ALGORITHM}`) };
  }
  const [, accessKeyId, signedHeaders, signature] =
    /^\S+ +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]+)$/.exec(
      authorization,
    ) ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) {
    return { refusal: refuseIncomplete("the Authorization header is not well formed") };
  }

  const signed = new Set(signedHeaders.split(";"));
  const unsigned = Object.keys(call.headers).find(
    (name) => hasToBeSigned(name) && !signed.has(name),
  );
  if (unsigned !== undefined) {
    return { refusal: refuseIncomplete(`SignedHeaders does not name ${unsigned}`) };
  }
  const absent = [...signed].find((name) => !Object.hasOwn(call.headers, name));
  if (absent !== undefined) {
    return { refusal: refuseIncomplete(`SignedHeaders names ${absent}, which did not come`) };
  }

  const names = [...signed].sort();
  const stringToSign = writeStringToSign(call, names, percentEncode);
  // The vendor's own clients leave the names of parameters as they are; the documentation encodes
  // them. The two differ for the keys of maps only, and both are good.
  const asClientsDo = writeStringToSign(call, names, (name) => name);
  return {
    value: {
      accessKeyId,
      timestamp: readHeader(call, "x-acs-date"),
      nonce: readHeader(call, "x-acs-signature-nonce"),
      securityToken:
        call.headers["x-acs-security-token"] === undefined
          ? undefined
          : readHeader(call, "x-acs-security-token"),
      stringToSign,
      isSignedWith: (secret) =>
        [stringToSign, asClientsDo].some((text) =>
          isSameText(createHmac("sha256", secret).update(text).digest("hex"), signature),
        ),
    },
  };
}

function hasToBeSigned(header: string): boolean {
  return header === "host" || header === "content-type" || header.startsWith("x-acs-");
}

function writeStringToSign(
  call: Call,
  names: readonly string[],
  encodeName: (name: string) => string,
): string {
  const query = [...call.query.keys()]
    .sort()
    .map((name) => `${encodeName(name)}=${percentEncode(call.query.get(name) ?? "")}`)
    .join("&");
  const headers = names.map((name) => `${name}:${readHeader(call, name)}\n`).join("");
  const hash = createHash("sha256").update(call.body).digest("hex");
  const canonical = [call.method, "/", query, headers, names.join(";"), hash].join("\n");
  return `${ALGORITHM}\n${createHash("sha256").update(canonical).digest("hex")}`;
}

function refuseIncomplete(what: string) {
  return refuse(
    "IncompleteSignature",
    `The request signature does not conform to Aliyun standards: ${what}.`,
  );
}
