import { describe, expect, test } from "vitest";
import { actionName, apiVersion, deviceName, productName } from "../../src/spec/identity.ts";

test.each(["MakeShelf", "Console", "Nullify", "Com10", "A".repeat(200)])(
  "an operation can be called %s",
  (name) => {
    expect(actionName.test(name)).toBe(true);
  },
);

test.each(["", "1Make", "Make-Shelf", "../Make", "Make\n", "A".repeat(201), "名"])(
  "no operation can be called %j",
  (name) => {
    expect(actionName.test(name)).toBe(false);
  },
);

describe.each(["con", "CON", "Nul", "aux", "PRN", "com1", "LPT9", "Com0"])("%s", (name) => {
  test("is a device of Windows, whatever the ending, so no operation can be called so", () => {
    expect(deviceName.test(name)).toBe(true);
    expect(actionName.test(name)).toBe(false);
  });
});

test("a product's name stands before others in a folder's, so it cannot lead out of it", () => {
  expect(productName.test("Con")).toBe(true);
  for (const name of ["..", "../Ga", "a/b", "a\\b", "", "A".repeat(101), "Ga\n"]) {
    expect(productName.test(name)).toBe(false);
  }
});

test("a version is a date and nothing else", () => {
  expect(apiVersion.test("2019-11-20")).toBe(true);
  for (const text of ["2019-11-20/../..", "2019-11-20\n", "2019-1-1"]) {
    expect(apiVersion.test(text)).toBe(false);
  }
});
