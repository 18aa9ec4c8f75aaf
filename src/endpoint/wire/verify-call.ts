import { type Call, type Refusal, refuse } from "./call.ts";
import type { Nonces } from "./keep-nonces.ts";
import { isSameText, readAcs3Claim, readHmacSha1Claim } from "./read-claim.ts";

/** Maximum difference of a call's time to the endpoint's, in either direction: 15 minutes, in milliseconds. */
export const TOLERANCE = 15 * 60 * 1000;

/** The access key for all calls. */
interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** If set, calls must send this token. Otherwise they may send any token that is signed. */
  readonly securityToken?: string;
}

/** The data for verifying calls. */
export interface Gate {
  readonly keys: Keys;
  readonly now: () => Date;
  readonly nonces: Nonces;
}

/** Verifies a call's key, signature and timestamp, and refuses replays. */
export function verifyCall(call: Call, gate: Gate): Refusal | undefined {
  const reading = call.signature === "HMAC-SHA1" ? readHmacSha1Claim(call) : readAcs3Claim(call);
  if ("refusal" in reading) return reading.refusal;
  const claim = reading.value;
  const { keys } = gate;
  const now = gate.now().getTime();

  const time = readTimestamp(claim.timestamp);
  if (time === undefined) {
    return refuse(
      "InvalidTimeStamp.Format",
      "Specified time stamp or date value is not well formatted.",
    );
  }
  if (Math.abs(now - time) > TOLERANCE) {
    return refuse("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }
  if (!isSameText(claim.accessKeyId, keys.accessKeyId)) {
    return refuse("InvalidAccessKeyId.NotFound", "Specified access key is not found.", 404);
  }
  if (!claim.isSignedWith(keys.accessKeySecret)) {
    const because = claim.flaw === undefined ? "" : `: ${claim.flaw}`;
    return refuse(
      "SignatureDoesNotMatch",
      `Specified signature is not matched with our calculation${because}. server string to sign is:${claim.stringToSign}`,
    );
  }
  if (keys.securityToken !== undefined) {
    if (claim.securityToken === undefined || claim.securityToken === "") {
      return refuse("MissingSecurityToken", "SecurityToken is mandatory for this action.");
    }
    if (!isSameText(claim.securityToken, keys.securityToken)) {
      return refuse(
        "InvalidSecurityToken.MismatchWithAccessKey",
        "Specified SecurityToken mismatch with the AccessKey.",
      );
    }
  }
  switch (gate.nonces.add(claim.nonce, time, now)) {
    case "new":
      return undefined;
    case "used":
      return refuse("SignatureNonceUsed", "Specified signature nonce was used already.");
    case "forgotten":
      return refuse(
        "InvalidTimeStamp.Expired",
        "Specified time stamp or date value is expired: the endpoint had too many calls since to know their nonces.",
      );
  }
}

/** Milliseconds since the epoch; `undefined` for another format or an invalid date. */
function readTimestamp(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString() === text.replace("Z", ".000Z") ? time : undefined;
}
