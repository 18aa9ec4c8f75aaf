import { expect, test } from "vitest";
import { NameTable } from "../../src/model/name-table.ts";

test("the first name that is free is given away", () => {
  const names = new NameTable({ taken: ["a"] });

  expect(names.claim("a", "b", "c")).toBe("b");
});

test("where none is free, the last one gets a number", () => {
  const names = new NameTable({ taken: ["a", "b", "b2"] });

  expect(names.claim("a", "b")).toBe("b3");
});

test("a number does not run into one that is there", () => {
  const names = new NameTable({ taken: ["a1"] });

  expect(names.claim("a1")).toBe("a1_2");
});

test("case tells names apart, unless they are names of files", () => {
  expect(new NameTable({ taken: ["A"] }).claim("a")).toBe("a");
  expect(new NameTable({ taken: ["A"], ignoreCase: true }).claim("a")).toBe("a2");
});
