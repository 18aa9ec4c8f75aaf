import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  type Call,
  type Outcome,
  readHeader,
  refuse,
  refuseInvalid,
  refuseMissing,
} from "./call.ts";

/** What a signed call says of itself, whichever way it is signed. */
export interface Claim {
  readonly accessKeyId: string;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly timestamp: string;
  /** Random text that no other call has. */
  readonly nonce: string;
  readonly securityToken: string | undefined;
  /** What the endpoint itself would sign for this call. */
  readonly stringToSign: string;
  /** Ends the sentence "the signature is wrong: …", where the endpoint knows why. */
  readonly flaw?: string;
  /** Whether the call's signature was made with this secret. */
  isSignedWith(accessKeySecret: string): boolean;
}

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
  const stringToSign = writeAcs3StringToSign(call, names, hash, percentEncode);
  // The vendor's own clients leave the names of parameters as they are; the documentation encodes
  // them. The two differ for the keys of maps only, and both are good.
  const asClientsDo = writeAcs3StringToSign(call, names, hash, (name) => name);
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

function writeAcs3StringToSign(
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

/**
 * Reads a call signed with HMAC-SHA1, signature version 1.0: everything is a parameter. The
 * signature covers the HTTP method and all parameters, wherever they are, but not headers or host.
 */
export function readHmacSha1Claim(call: Call): Outcome<Claim> {
  const { parameters } = call;
  if (parameters.get("SignatureType") === "BEARERTOKEN" || parameters.has("BearerToken")) {
    return { refusal: refuseInvalid("SignatureType", "bearer tokens are not served here") };
  }
  const needed = [
    "AccessKeyId",
    "Signature",
    "SignatureMethod",
    "SignatureVersion",
    "SignatureNonce",
    "Timestamp",
  ];
  if ((parameters.get("SignatureType") ?? "") !== "") {
    return { refusal: refuseInvalid("SignatureType", "it is none that is known") };
  }
  const missing = needed.find((name) => (parameters.get(name) ?? "") === "");
  if (missing !== undefined) return { refusal: refuseMissing(missing) };
  if (parameters.get("SignatureMethod") !== "HMAC-SHA1") {
    return { refusal: refuseInvalid("SignatureMethod", "it is not HMAC-SHA1") };
  }
  if (parameters.get("SignatureVersion") !== "1.0") {
    return { refusal: refuseInvalid("SignatureVersion", "it is not 1.0") };
  }

  const stringToSign = writeHmacSha1StringToSign(call);
  return {
    value: {
      accessKeyId: parameters.get("AccessKeyId") ?? "",
      timestamp: parameters.get("Timestamp") ?? "",
      nonce: parameters.get("SignatureNonce") ?? "",
      securityToken: parameters.get("SecurityToken"),
      stringToSign,
      isSignedWith: (secret) =>
        isSameText(
          createHmac("sha1", `${secret}&`).update(stringToSign).digest("base64"),
          parameters.get("Signature") ?? "",
        ),
    },
  };
}

function writeHmacSha1StringToSign({ method, parameters }: Call): string {
  const canonical = [...parameters.keys()]
    .filter((name) => name !== "Signature")
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(parameters.get(name) ?? "")}`)
    .join("&");
  return `${method}&${percentEncode("/")}&${percentEncode(canonical)}`;
}

/** RFC 3986 percent-encoding as signatures use it: everything but `A-Z a-z 0-9 - _ . ~`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Compares two texts in a time that does not depend on where they differ. */
export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
