import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { openNearNames } from "../../src/corpus/near-names.ts";

const all = () => true;

describe("a name is near one that differs by", () => {
  test.each([
    ["a letter", "bookid", "bookie", true],
    ["a letter more", "listener", "listeners", true],
    ["two letters of a long one", "configurations", "konfigurationz", true],
    ["two letters of a short one", "bookid", "bokkie", false],
    ["a letter of a very short one", "name", "fame", false],
    ["three letters of a long one", "configurations", "konfigratoins", false],
  ])("%s", (_, known, name, near) => {
    expect(openNearNames([known]).hasNear(name, all)).toBe(near);
  });

  test("nothing, unless that one counts", () => {
    const names = openNearNames(["listener"]);

    expect(names.hasNear("listeners", (known) => known !== "listener")).toBe(false);
  });
});

test("what is near is what a look at every name finds", () => {
  const seed = Date.now();
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 16) % most;
  };
  const word = () => Array.from({ length: 4 + below(12) }, () => "abc"[below(3)]).join("");
  for (let round = 0; round < 2000; round += 1) {
    const known = Array.from({ length: 1 + below(20) }, word);
    const name = word();
    const slow = known.some((one) => {
      const length = Math.max(one.length, name.length);
      return length >= 6 && distance(one, name) <= (length >= 12 ? 2 : 1);
    });

    expect({ seed, known, name, near: openNearNames(known).hasNear(name, all) }).toEqual({
      seed,
      known,
      name,
      near: slow,
    });
  }
});

test("of names that are alike in a part few are looked at", () => {
  const names = Array.from({ length: 5000 }, (_, index) => `commonpart${String(index * 7919)}xyz`);
  let looks = 0;
  const near = openNearNames(names);
  for (const name of names.slice(0, 100)) {
    near.hasNear(`${name.slice(0, 10)}----${name.slice(10)}`, () => {
      looks += 1;
      return false;
    });
  }

  expect(looks).toBeLessThan(100 * 7500);
  expect(near.has(names[4999] ?? "")).toBe(true);
});
