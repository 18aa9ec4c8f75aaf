import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalizeAcs3, signAcs3 } from "../../../src/runtime/signing/build-acs3-request.ts";
import { encodeParameters } from "../../../src/runtime/signing/encode-parameters.ts";
import { captures } from "../captures.ts";
import { signedHeaders } from "../signed-headers.ts";

test("the answer the vendor publishes", async () => {
  const bodyHash = createHash("sha256").digest("hex");
  const { authorization } = await signAcs3({
    accessKeyId: "YourAccessKeyId",
    accessKeySecret: "YourAccessKeySecret",
    method: "POST",
    query: encodeParameters({
      ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
      RegionId: "cn-shanghai",
    }),
    headers: {
      host: "ecs.cn-shanghai.aliyuncs.com",
      "x-acs-action": "RunInstances",
      "x-acs-content-sha256": bodyHash,
      "x-acs-date": "2023-10-26T10:22:32Z",
      "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
      "x-acs-version": "2014-05-26",
    },
    bodyHash,
  });
  expect(authorization).toBe(
    "ACS3-HMAC-SHA256 Credential=YourAccessKeyId," +
      "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;" +
      "x-acs-signature-nonce;x-acs-version," +
      "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  );
});

describe("what the vendor's clients signed", () => {
  for (const capture of captures.acs3) {
    const { body } = capture;
    const headers = signedHeaders(capture.headers);
    const query = encodeParameters(capture.query);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const input = { method: "POST", query, headers, bodyHash };

    test(`${capture.client}, ${capture.case}`, async () => {
      const { signature } = await signAcs3({ ...input, ...captures.key });
      expect(signature).toBe(capture.signature);
    });

    const { canonicalRequest } = capture;
    if (canonicalRequest === undefined) continue;
    test(`${capture.client}, ${capture.case}: the canonical request`, () => {
      expect(canonicalizeAcs3(input).request).toBe(canonicalRequest);
    });
  }
});
