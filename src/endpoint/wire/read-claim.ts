import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  type Call,
  type Outcome,
  readHeader,
  refuse,
  refuseInvalid,
  refuseMissing,
} from "./call.ts";

/** The signed data of a call, for both signature methods. */
export interface Claim {
  readonly accessKeyId: string;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly timestamp: string;
  /** Random text, unique for each call. */
  readonly nonce: string;
  readonly securityToken: string | undefined;
  /** The string that the endpoint would sign for this call. */
  readonly stringToSign: string;
  /** The known reason of a wrong signature, to follow "the signature is wrong: ". */
  readonly flaw?: string;
  /** Returns true if the call's signature was created with this secret. */
  isSignedWith(accessKeySecret: string): boolean;
}

const ALGORITHM = "ACS3-HMAC-SHA256";
const HASH = "x-acs-content-sha256";

/**
 * Parses a call signed with ACS3-HMAC-SHA256: all protocol data is in headers.
 *
 * The signature covers the method, the query, a hash of the body, and the headers it lists. Those must be
 * `host`, `content-type` and each `x-acs-*` header of the call, in order, and no others.
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
  // The documentation encodes parameter names, but the vendor's clients do not. Only map keys differ, and
  // both forms are accepted.
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
  // Uses the hash of the actual body, so that the signature of another body is wrong.
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
 * Parses a call signed with HMAC-SHA1, signature version 1.0: all protocol data is in parameters.
 *
 * The signature covers the HTTP method and all parameters of query and body, but neither headers nor
 * host.
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

/** Percent-encodes a text by RFC 3986 for signatures: everything but `A-Z a-z 0-9 - _ . ~`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Compares two texts in a time independent of their first difference. */
export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
