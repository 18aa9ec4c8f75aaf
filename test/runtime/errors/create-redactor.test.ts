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
