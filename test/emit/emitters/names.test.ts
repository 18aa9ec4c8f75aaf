import { describe, expect, test } from "vitest";
import { identifier } from "../../../src/emit/emitters/identifier.ts";
import { pathSegment } from "../../../src/emit/emitters/path-segment.ts";
import { payloads } from "../payloads.ts";

describe("an identifier", () => {
  test.each(["a", "_1", "$", "createListener"])("can be %s", (name) => {
    expect(identifier(name)).toBe(name);
  });

  test.each(["", "1a", "a-b", "a.b", "a b", "a\n", "名", "a;evil()", "a\u200Bb"])(
    "cannot be %j",
    (name) => {
      expect(() => identifier(name)).toThrow("not an identifier");
    },
  );
});

describe("a file's name", () => {
  test.each(["a", "create-listener", "con2"])("can be %s", (name) => {
    expect(pathSegment(name)).toBe(name);
  });

  test.each(["", ".", "..", "../a", "a/b", "a\\b", "/a", "A", "-a", "a.ts", "a\0", "a\n", "%2e"])(
    "cannot be %j",
    (name) => {
      expect(() => pathSegment(name)).toThrow("not a file name");
    },
  );
});

test("what wants to leave its place is no name", () => {
  for (const payload of payloads.filter((text) => !/^(?:\w+|x+)$/.test(text))) {
    expect(() => identifier(payload)).toThrow();
    expect(() => pathSegment(payload)).toThrow();
  }
});
