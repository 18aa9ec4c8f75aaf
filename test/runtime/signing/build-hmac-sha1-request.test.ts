import { describe, expect, test } from "vitest";
import { signHmacSha1 } from "../../../src/runtime/signing/build-hmac-sha1-request.ts";
import { captures } from "../captures.ts";

describe("what the vendor's clients signed", () => {
  for (const { client, case: name, method, parameters, signature } of captures.hmacSha1) {
    test(`${client}, ${name}`, async () => {
      const { accessKeySecret } = captures.key;
      const signed = await signHmacSha1({ method, parameters, accessKeySecret });
      expect(signed.signature).toBe(signature);
    });
  }
});
