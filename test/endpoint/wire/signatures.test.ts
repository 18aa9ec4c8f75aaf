import { expect, test } from "vitest";
import type { Claim } from "../../../src/endpoint/wire/read-claim.ts";
import type { Outcome, RawCall } from "../../../src/endpoint/wire/call.ts";
import { readAcs3Claim } from "../../../src/endpoint/wire/read-claim.ts";
import { readCall } from "../../../src/endpoint/wire/read-call.ts";
import { readHmacSha1Claim } from "../../../src/endpoint/wire/read-claim.ts";

function read<T>(outcome: Outcome<T>): T {
  if ("refusal" in outcome) throw new Error(outcome.refusal.message);
  return outcome.value;
}

function claimOf(raw: Omit<RawCall, "body"> & { body?: string }): Claim {
  const call = read(readCall({ ...raw, body: new TextEncoder().encode(raw.body) }));
  return read(call.signature === "HMAC-SHA1" ? readHmacSha1Claim(call) : readAcs3Claim(call));
}

/** The vendor publishes this one with all its steps. */
const published = {
  method: "POST",
  target: "/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
  headers: {
    host: "ecs.cn-shanghai.aliyuncs.com",
    "x-acs-action": "RunInstances",
    "x-acs-version": "2014-05-26",
    "x-acs-date": "2023-10-26T10:22:32Z",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    authorization:
      "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  },
};

test("agrees with the published ACS3-HMAC-SHA256 signature", () => {
  expect(claimOf(published).isSignedWith("YourAccessKeySecret")).toBe(true);
});

test.each([
  ["another secret", published, "YourAccessKeySecre"],
  ["another method", { ...published, method: "GET" }, "YourAccessKeySecret"],
  ["another value", { ...published, target: `${published.target}i` }, "YourAccessKeySecret"],
  [
    "another header",
    { ...published, headers: { ...published.headers, host: "localhost" } },
    "YourAccessKeySecret",
  ],
])("does not agree with %s", (_, call, secret) => {
  expect(claimOf(call).isSignedWith(secret)).toBe(false);
});

// Captured from @alicloud/openapi-client 0.4.15 with the secret `testsecret`.
test("agrees with a captured ACS3-HMAC-SHA256 call whose parameters are in the body", () => {
  const captured = {
    method: "POST",
    target: "/",
    headers: {
      host: "127.0.0.1:37801",
      "content-type": "application/x-www-form-urlencoded",
      "x-acs-action": "CreateListener",
      "x-acs-version": "2019-11-20",
      "x-acs-date": "2026-01-02T03:04:05Z",
      "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
      "x-acs-credentials-provider": "static_ak",
      "x-acs-content-sha256": "5b4f15d9b91390ec29f1ce1cf169fd100a00607666cc5d72ef580b70418f37b8",
      authorization:
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=b14b64f44b7288592a942d5a5a83f80202556118542101e2c73a3ee142d9bea6",
    },
    body: "AcceleratorId=ga-bp1odcab8tmno0hdq****&PortRanges.1.FromPort=20&PortRanges.1.ToPort=20&RegionId=cn-hangzhou",
  };

  expect(claimOf(captured).isSignedWith("testsecret")).toBe(true);
  expect(claimOf({ ...captured, body: `${captured.body}&Name=a` }).isSignedWith("testsecret")).toBe(
    false,
  );
});

// Captured from @alicloud/pop-core 1.8.0 with the secret `testsecret`.
test("agrees with a captured HMAC-SHA1 call whose parameters are all in the query", () => {
  const claim = claimOf({
    method: "GET",
    target:
      "/?AcceleratorId=ga-bp1odcab8tmno0hdq%2A%2A%2A%2A&AccessKeyId=testid&Action=CreateListener&Format=JSON&PortRanges.1.FromPort=20&PortRanges.1.ToPort=20&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=3156853299f313e23d1673dc12e1703d&SignatureVersion=1.0&Timestamp=2026-01-02T03%3A04%3A05Z&Version=2019-11-20&Signature=8EFTJaKD%2BEhA9TUr7ugFoRry7Fc%3D",
    headers: { "x-acs-action": "CreateListener", "x-acs-version": "2019-11-20" },
  });

  expect(claim.isSignedWith("testsecret")).toBe(true);
  expect(claim.isSignedWith("testsecre")).toBe(false);
});

// Captured from the same client: a POST signs another text than a GET.
test("agrees with a captured HMAC-SHA1 call whose parameters are all in the body", () => {
  const claim = claimOf({
    method: "POST",
    target: "/",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "AcceleratorId=ga-bp1odcab8tmno0hdq%2A%2A%2A%2A&AccessKeyId=testid&Action=CreateListener&Format=JSON&PortRanges.1.FromPort=20&PortRanges.1.ToPort=20&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=3156853299f313e23d1673dc12e1703d&SignatureVersion=1.0&Timestamp=2026-01-02T03%3A04%3A05Z&Version=2019-11-20&Signature=0mzjEIZSluELZfETlPJagAJGOP8%3D",
  });

  expect(claim.isSignedWith("testsecret")).toBe(true);
});

// Captured from @alicloud/ga20191120 1.0.1 of June 2021; `*` is not encoded in its body.
test("agrees with a captured HMAC-SHA1 call whose parameters are in both", () => {
  const claim = claimOf({
    method: "POST",
    target:
      "/?Action=CreateListener&Format=json&Version=2019-11-20&Timestamp=2026-01-02T03%3A04%3A05Z&SignatureNonce=3156853299f313e23d1673dc12e1703d&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=testid&Signature=Vf1Zl%2BiZWZTEaCQhhQgLU%2Ff%2FR7M%3D",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "RegionId=cn-hangzhou&AcceleratorId=ga-bp1odcab8tmno0hdq****&PortRanges.1.FromPort=20&PortRanges.1.ToPort=20",
  });

  expect(claim.isSignedWith("testsecret")).toBe(true);
  expect(claim.stringToSign).toBe(
    "POST&%2F&AcceleratorId%3Dga-bp1odcab8tmno0hdq%252A%252A%252A%252A%26AccessKeyId%3Dtestid%26Action%3DCreateListener%26Format%3Djson%26PortRanges.1.FromPort%3D20%26PortRanges.1.ToPort%3D20%26RegionId%3Dcn-hangzhou%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3156853299f313e23d1673dc12e1703d%26SignatureVersion%3D1.0%26Timestamp%3D2026-01-02T03%253A04%253A05Z%26Version%3D2019-11-20",
  );
});

function refusalOf(headers: Record<string, string | undefined>) {
  const raw = { ...published, headers: { ...published.headers, ...headers }, body: Buffer.of() };
  return readAcs3Claim(read(readCall(raw)));
}

test.each([
  ["authorization", "MissingAuthorization"],
  ["x-acs-date", "MissingTimestamp"],
  ["x-acs-signature-nonce", "MissingSignatureNonce"],
  ["x-acs-content-sha256", "MissingContentSha256"],
])("asks for the header %s", (header, code) => {
  expect(refusalOf({ [header]: undefined })).toMatchObject({ refusal: { code } });
});

test("asks for a signature over each x-acs header", () => {
  expect(refusalOf({ "x-acs-security-token": "unsigned" })).toMatchObject({
    refusal: {
      code: "IncompleteSignature",
      message: expect.stringContaining("x-acs-security-token") as unknown,
    },
  });
});

test.each([
  ["ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=00", "InvalidParameter"],
  ["ACS3-HMAC-SHA256 Credential=a,Signature=00", "IncompleteSignature"],
  [published.headers.authorization.replace("host;", "constructor;host;"), "IncompleteSignature"],
])("refuses the authorization %s", (authorization, code) => {
  expect(refusalOf({ authorization })).toMatchObject({ refusal: { code } });
});

test("refuses bearer tokens", () => {
  expect(refusalOf({ "x-acs-bearer-token": "token" })).toMatchObject({
    refusal: { code: "InvalidParameter", message: expect.stringContaining("bearer") as unknown },
  });
});
