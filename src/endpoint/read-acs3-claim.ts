import { createHash, createHmac } from "node:crypto";
import type { Call, Outcome } from "./call.ts";
import type { Claim } from "./claim.ts";
import { isSameText } from "./is-same-text.ts";
import { percentEncode } from "./percent-encode.ts";
import { readHeader } from "./read-header.ts";
import { refuse, refuseInvalid, refuseMissing } from "./refuse.ts";

const ALGORITHM = "ACS3-HMAC-SHA256";
const HASH = "x-acs-content-sha256";

/**
 * Reads a call signed with ACS3-HMAC-SHA256: everything that is no operation's own parameter is a
 * header. The signature covers the method, the query, a hash of the body, and the headers it names:
 * `host`, `content-type` and each `x-acs-*` header that came, in order, and no other.
 */
export function readAcs3Claim(call: Call): Outcome<Claim> {
  if (readHeader(call, "x-acs-bearer-token") !== "") {
    return { refusal: refuseInvalid("x-acs-bearer-token", "bearer tokens are not served here") };
  }
  const needed = [
    ["host", "Host"],
    ["authorization", "Authorization"],
    ["x-acs-date", "Timestamp"],
    ["x-acs-signature-nonce", "SignatureNonce"],
    [HASH, "ContentSha256"],
  ] as const;
  const missing = needed.find(([header]) => readHeader(call, header) === "");
  if (missing !== undefined) return { refusal: refuseMissing(missing[1]) };

  const authorization = readHeader(call, "authorization");
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    return { refusal: refuseInvalid("Authorization", `its algorithm is not ${ALGORITHM}`) };
  }
  const [, accessKeyId, signedHeaders, signature] =
    /^\S+ Credential=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([^,\s]+)$/.exec(authorization) ??
    [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) {
    return { refusal: refuseIncomplete("the Authorization header is not well formed") };
  }

  const names = signedHeaders.split(";");
  const signed = new Set(names);
  const unsigned = Object.keys(call.headers).find(
    (name) => hasToBeSigned(name) && !signed.has(name),
  );
  if (unsigned !== undefined) {
    return { refusal: refuseIncomplete(`SignedHeaders does not name ${unsigned}`) };
  }
  const absent = names.find((name) => !Object.hasOwn(call.headers, name));
  if (absent !== undefined) {
    return { refusal: refuseIncomplete(`SignedHeaders names ${absent}, which did not come`) };
  }
  const other = names.find((name) => !hasToBeSigned(name));
  if (other !== undefined) {
    return { refusal: refuseIncomplete(`SignedHeaders names ${other}, which is not signed`) };
  }
  if ([...signed].sort().join(";") !== signedHeaders) {
    const what = "SignedHeaders does not name each header once, in alphabetical order";
    return { refusal: refuseIncomplete(what) };
  }
  const stated = readHeader(call, "x-acs-accesskey-id");
  if (stated !== "" && stated !== accessKeyId) {
    const what = "it is not the Credential of the Authorization header";
    return { refusal: refuseInvalid("x-acs-accesskey-id", what) };
  }

  const hash = createHash("sha256").update(call.body).digest("hex");
  const stringToSign = writeStringToSign(call, names, hash, percentEncode);
  // The vendor's own clients leave the names of parameters as they are; the documentation encodes
  // them. The two differ for the keys of maps only, and both are good.
  const asClientsDo = writeStringToSign(call, names, hash, (name) => name);
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
      ...(readHeader(call, HASH) === hash
        ? {}
        : { flaw: `${HASH} is not the SHA-256 of the body, in small letters` }),
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
  hash: string,
  encodeName: (name: string) => string,
): string {
  const query = [...call.query.keys()]
    .sort()
    .map((name) => `${encodeName(name)}=${percentEncode(call.query.get(name) ?? "")}`)
    .join("&");
  // The hash is that of the body, whatever the header says: so the signature of another one is wrong.
  const valueOf = (name: string) => (name === HASH ? hash : readHeader(call, name));
  const headers = names.map((name) => `${name}:${valueOf(name)}\n`).join("");
  const canonical = [call.method, "/", query, headers, names.join(";"), hash].join("\n");
  return `${ALGORITHM}\n${createHash("sha256").update(canonical).digest("hex")}`;
}

function refuseIncomplete(what: string) {
  return refuse(
    "IncompleteSignature",
    `The request signature does not conform to Aliyun standards: ${what}.`,
  );
}
