import { createHmac } from "node:crypto";
import type { Call, Outcome } from "./call.ts";
import type { Claim } from "./claim.ts";
import { isSameText } from "./is-same-text.ts";
import { percentEncode } from "./percent-encode.ts";
import { refuseInvalid, refuseMissing } from "./refuse.ts";

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

  const stringToSign = writeStringToSign(call);
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

function writeStringToSign({ method, parameters }: Call): string {
  const canonical = [...parameters.keys()]
    .filter((name) => name !== "Signature")
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(parameters.get(name) ?? "")}`)
    .join("&");
  return `${method}&${percentEncode("/")}&${percentEncode(canonical)}`;
}
