import { expect, test } from "vitest";
import { createRedactor } from "../../../src/runtime/errors/create-redactor.ts";

test.each([
  ["as it is", "a/b+c="],
  ["percent-encoded", "a%2Fb%2Bc%3D"],
  ["percent-encoded in lower case", "a%2fb%2bc%3d"],
  ["percent-encoded twice", "a%252Fb%252Bc%253D"],
  ["percent-encoded twice in lower case", "a%252fb%252bc%253d"],
])("a secret is taken out %s", (_, shown) => {
  expect(createRedactor(["a/b+c="])(`the key ${shown} is wrong`)).toBe(
    "the key [redacted] is wrong",
  );
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
