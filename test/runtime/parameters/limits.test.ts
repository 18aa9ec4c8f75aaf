import { describe, expect, test } from "vitest";
import { type Limits, ParameterWriter, RequestError } from "../../../src/runtime/index.ts";
import { writeCommas } from "../../../src/runtime/parameters/write-commas.ts";

/** What is wrong, `rule: message`, or nothing. */
function wrong(write: (to: ParameterWriter) => void): string[] {
  const to = new ParameterWriter();
  write(to);
  try {
    to.finish();
    return [];
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.issues.map(({ rule, message }) => `${rule}: ${message}`);
  }
}

type Method = "string" | "dateTime" | "integer" | "long" | "number" | "boolean" | "any";

const values: Limits = { values: ["a", "1"] };
const length: Limits = { length: { min: 2, max: 4 } };
const range: Limits = { range: { min: 1, max: 9 } };
const count: Limits = { count: { min: 2, max: 3 } };
const pattern: Limits = { pattern: /^[a-z]*$/u };

const notAValue = 'values: A must be "a" or "1".';
const wrongLength = "length: A must have 2 to 4 characters.";
const outOfRange = "range: A must be 1 to 9.";
const wrongCount = "count: A must have 2 to 3 items.";
const otherForm = "pattern: A must match ^[a-z]*$.";

const cases: [idea: string, limits: Limits, method: Method, value: unknown, issue?: string][] = [
  ["a value there is", values, "string", "a"],
  ["a value there is not", values, "string", "b", notAValue],
  ["a value in capitals", values, "string", "A", notAValue],
  ["a number there is", values, "integer", 1],
  ["a number there is, exactly", values, "long", 1n],
  ["a number there is not", values, "number", 1.5, notAValue],
  ["a boolean there is not", { values: ["true"] }, "boolean", false, 'values: A must be "true".'],

  ["the shortest text", length, "string", "ab"],
  ["the longest text", length, "string", "abcd"],
  ["too short a text", length, "string", "a", wrongLength],
  ["too long a text", length, "string", "abcde", wrongLength],
  ["characters of two units", length, "string", "😀😀😀😀"],
  ["one character of two units", length, "string", "😀", wrongLength],
  [
    "a text above the most",
    { length: { max: 1 } },
    "string",
    "ab",
    "length: A must have at most 1 characters.",
  ],
  [
    "a text below the least",
    { length: { min: 2 } },
    "string",
    "a",
    "length: A must have at least 2 characters.",
  ],

  ["the least number", range, "integer", 1],
  ["the greatest number", range, "number", 9],
  ["a number below", range, "number", 0.5, outOfRange],
  ["a number above", range, "long", 10n, outOfRange],
  ["digits within", range, "long", "9"],
  ["digits above", range, "long", "10", outOfRange],
  ["a text that is a number above", range, "string", "10", outOfRange],
  ["a text that is no number", range, "string", "auto"],
  ["a number of unknown type", range, "any", 10, outOfRange],

  ["enough items between commas", count, "string", "a,b"],
  ["too many items between commas", count, "string", "a,b,c,d", wrongCount],
  ["enough items in JSON", count, "string", '["a,b","c"]'],
  ["too few items in JSON", count, "string", '["a,b"]', wrongCount],

  ["a text of the form", pattern, "string", "abc"],
  ["a text of another form", pattern, "string", "ab1", otherForm],
  ["a text with a line end", pattern, "string", "ab\n", otherForm],
  ["a date as a text of another form", pattern, "dateTime", new Date(0), otherForm],
];

describe("a value that is held to something", () => {
  for (const [idea, limits, method, value, issue] of cases) {
    test(`${idea} is ${issue === undefined ? "sent" : "refused"}`, () => {
      const found = wrong((to) => {
        to[method]("A", value, "required", limits);
      });

      expect(found).toEqual(issue === undefined ? [] : [issue]);
    });
  }

  test("is not held to it where it is left out", () => {
    const found = wrong((to) => {
      to.string("A", undefined, "optional", length);
    });

    expect(found).toEqual([]);
  });

  test("is held to it where the client fills it in", () => {
    const to = new ParameterWriter({ regionId: "b" });
    to.filled("A", undefined, "regionId", "required", values);

    expect(() => to.finish()).toThrow('A must be "a" or "1".');
  });

  test("is held to nothing where it is empty text, which services take for left out", () => {
    const found = wrong((to) => {
      to.string("A", "", "required", { ...values, ...length, ...range, ...count });
    });

    expect(found).toEqual([]);
  });

  test("is not run through a pattern if it has another length", () => {
    const found = wrong((to) => {
      to.string("A", "12345", "required", { ...length, ...pattern });
    });

    expect(found).toEqual([wrongLength]);
  });

  test("is nowhere in what is said of it", () => {
    const found = wrong((to) => {
      to.string("A", "s3cret", "required", values);
      to.string("B", "s3cret", "required", length);
      to.string("C", "s3cret", "required", pattern);
      to.integer("D", 31415, "required", range);
    });

    expect(found).toHaveLength(4);
    expect(found.join()).not.toMatch(/s3cret|31415/);
  });
});

describe("a list", () => {
  const texts = (items: readonly string[]) =>
    wrong((to) => {
      to.list(
        "A",
        items,
        "optional",
        (at, key, item) => {
          at.string(key, item, "required", length);
        },
        count,
      );
    });

  test("has as many items as it may", () => {
    expect(texts(["ab", "ab"])).toEqual([]);
  });
  test("has no fewer and no more", () => {
    expect([texts(["ab"]), texts(["ab", "ab", "ab", "ab"])]).toEqual([[wrongCount], [wrongCount]]);
  });
  test("may be empty, for then it is left out", () => {
    expect(texts([])).toEqual([]);
  });
  test("has items that are held to something", () => {
    expect(texts(["ab", "a"])).toEqual(["length: A[1] must have 2 to 4 characters."]);
  });
});

test("a list that is joined by commas has its items counted and checked", () => {
  const found = wrong((to) => {
    writeCommas(
      to,
      "A",
      [1, 10, 1, 1],
      "required",
      (at, key, item) => {
        at.integer(key, item, "required", range);
      },
      count,
    );
  });

  expect(found).toEqual([wrongCount, "range: A[1] must be 1 to 9."]);
});
