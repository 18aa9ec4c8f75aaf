import { expect, test } from "vitest";
import { createRedactor } from "../../../src/runtime/errors/create-redactor.ts";

test.each([
  ["as it is", "a/b+c="],
  ["percent-encoded", "a%2Fb%2Bc%3D"],
  ["percent-encoded in lower case", "a%2fb%2bc%3d"],
  ["percent-encoded twice", "a%252Fb%252Bc%253D"],
  ["percent-encoded twice in lower case", "a%252fb%252bc%253d"],
  ["percent-encoded in both letter cases", "a%2Fb%2bc%3D"],
  ["percent-encoded four times", "a%2525252Fb%2525252Bc%2525253D"],
  ["percent-encoded in part", "a%2Fb+c="],
  ["in lower case", "A/B+C="],
  ["escaped as in JSON", String.raw`a\/b\u002bc=`],
  ["in Base64", btoa("a/b+c=")],
  ["in Base64 for URLs", "YS9iK2M9"],
])("a secret is taken out %s", (_, shown) => {
  expect(createRedactor(["a/b+c="])(`the key ${shown} is wrong`)).toBe(
    "the key [redacted] is wrong",
  );
});

test.each(["id:", "id:i", "id:id"])("a secret is taken out in Base64, behind %s", (before) => {
  const secret = "SecretOf/The+Test=";
  for (const after of ["", "a", "ab", "abc"]) {
    const encoded = btoa(before + secret + after);
    const shown = createRedactor([secret])(`Basic ${encoded}`);
    expect(shown).toMatch(/^Basic [\w=]{0,7}\[redacted\][\w=]{0,7}$/);
    expect(shown.length).toBeLessThan(30);
  }
});

test("a secret of characters that patterns and replacements are made of", () => {
  for (const secret of [".*+?^${}()|[]\\/-", "$&$1$`$'", "(", "[", "\\", "a|b", "^$"]) {
    const text = `the key <${secret}> is wrong`;
    expect(createRedactor([secret])(text)).toBe("the key <[redacted]> is wrong");
  }
});

test("a short secret, and one within another", () => {
  const redact = createRedactor(["k3y", "k3y-long", "xk3y"]);
  expect(redact("k3y k3y-long xk3y xk3y-long")).toBe(
    "[redacted] [redacted] [redacted] [redacted]-long",
  );
});

test("where there is no secret, nothing is taken out", () => {
  expect(createRedactor([undefined, ""])("a text")).toBe("a text");
});

test("a megabyte of what nearly is a secret takes its time once", { timeout: 20_000 }, () => {
  const redact = createRedactor(["///+++===%%%", "a".repeat(40)]);
  for (const part of ["/", "%", "%25", "25", "a", "Token", 'Token"', 'Token" : ', "LTAI", "\\"]) {
    const text = part.repeat(1_000_000 / part.length);
    expect(redact(text).length).toBeGreaterThan(0);
  }
});

test.each([
  ["AccessKeyId=abc&Action=Run", "AccessKeyId=[redacted]&Action=Run"],
  ["Signature%3Dabc%26Action%3DRun", "Signature%3D[redacted]%26Action%3DRun"],
  ['{"AccessKeySecret": "a/b+c=", "x": 1}', '{"AccessKeySecret": "[redacted]", "x": 1}'],
  [String.raw`"{\"SecurityToken\":\"abc\"}"`, String.raw`"{\"SecurityToken\":\"[redacted]\"}"`],
  ['{"Token":"brok', '{"Token":"[redacted]'],
])("a secret that it was not told is known by its name: %s", (text, shown) => {
  expect(createRedactor([])(text)).toBe(shown);
});

test("a token that is no secret stays", () => {
  const text = "ClientToken=abc&NextToken=def";
  expect(createRedactor([])(text)).toBe(text);
});
