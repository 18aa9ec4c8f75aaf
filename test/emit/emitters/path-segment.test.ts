import { expect, test } from "vitest";
import { pathSegment } from "../../../src/emit/emitters/path-segment.ts";
import { hostileNames } from "../../injection/names.ts";
import { texts } from "./texts.ts";

test.each(["a", "create-listener", "con2", "a".repeat(200)])("a file can be called %s", (name) => {
  expect(pathSegment(name)).toBe(name);
});

test.each(["", ".", "..", "../a", "a/b", "a\\b", "/a", "A", "-a", "a.ts", "a\0", "a\n", "%2e"])(
  "a file cannot be called %j",
  (name) => {
    expect(() => pathSegment(name)).toThrow("not a file name");
  },
);

test.each(["con", "nul", "aux", "prn", "com1", "lpt9"])("a file is not called like %s", (name) => {
  expect(() => pathSegment(name)).toThrow("not a file name");
});

test("a name that no file system has room for is none", () => {
  expect(() => pathSegment("a".repeat(201))).toThrow("not a file name");
});

test("what wants to leave its place is no name of a file", () => {
  for (const text of [...texts, ...hostileNames]) {
    if (/^[a-z0-9][a-z0-9-]*$/.test(text)) continue;
    expect(() => pathSegment(text)).toThrow("not a file name");
  }
});
