import { describe, expect, test } from "vitest";
import {
  type ClientDefaults,
  ParameterWriter,
  type Presence,
  RequestError,
} from "../../../src/runtime/index.ts";
import { writeJson } from "../../../src/runtime/parameters/write-json.ts";
import { writeCommas } from "../../../src/runtime/parameters/write-commas.ts";

type Written = Record<string, string> | string[];

/** What goes out, or what is wrong: `path: rule`. */
function written(write: (to: ParameterWriter) => void, defaults?: ClientDefaults): Written {
  const to = new ParameterWriter(defaults);
  write(to);
  try {
    return to.finish();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.issues.map(({ path, rule }) => `${path}: ${rule}`);
  }
}

type Method = "string" | "dateTime" | "integer" | "long" | "number" | "boolean" | "any" | "json";

const huge = 2 ** 53;
const cases: [idea: string, method: Method, value: unknown, expected: Written][] = [
  ["text", "string", "x y", { A: "x y" }],
  ["empty text is sent", "string", "", { A: "" }],
  ["NUL is text like any other", "string", "\0", { A: "\0" }],
  ["a number is no text", "string", 1, ["A: type"]],
  ["half a character", "string", "x\ud800", ["A: lone-surrogate"]],

  ["an integer", "integer", 1, { A: "1" }],
  ["negative zero is zero", "integer", -0, { A: "0" }],
  ["a bigint", "integer", 9007199254740993n, { A: "9007199254740993" }],
  ["a fraction is no integer", "integer", 1.5, ["A: not-integer"]],
  ["digits are no integer", "integer", "1", ["A: type"]],
  ["an integer that was rounded", "integer", huge, ["A: unsafe-integer"]],
  ["an infinite integer", "integer", Infinity, ["A: not-finite"]],
  ["digits are a long", "long", "-9007199254740993", { A: "-9007199254740993" }],
  ["words are no long", "long", "many", ["A: type"]],
  ["a long that was rounded", "long", huge, ["A: unsafe-integer"]],
  ["a fraction", "number", 1.5, { A: "1.5" }],
  ["a large number", "number", 1e21, { A: "1e+21" }],
  ["no number", "number", NaN, ["A: not-finite"]],

  ["a boolean", "boolean", false, { A: "false" }],
  ["text is no boolean", "boolean", "true", ["A: type"]],

  ["a date", "dateTime", new Date(999), { A: "1970-01-01T00:00:00Z" }],
  ["a date as text", "dateTime", "2026-01-02", { A: "2026-01-02" }],
  ["a number is no date", "dateTime", 0, ["A: type"]],
  ["no date", "dateTime", new Date(NaN), ["A: invalid-date"]],
  ["a far date", "dateTime", new Date(8e15), ["A: invalid-date"]],

  ["JSON", "json", [{ B: 1n, C: null, D: undefined }], { A: '[{"B":1,"C":null}]' }],
  [
    "JSON of a Date and a Map",
    "json",
    new Map([["B", new Date(0)]]),
    { A: '{"B":"1970-01-01T00:00:00Z"}' },
  ],
  ["an empty list is JSON", "json", [], { A: "[]" }],
  ["JSON text", "json", '{"B":1}', { A: '{"B":1}' }],
  ["text that is not JSON", "json", "B", ["A: invalid-json"]],
  ["half a character in JSON text", "json", '"\ud800"', ["A: lone-surrogate"]],
  ["a gap in JSON", "json", { B: [undefined] }, ["A.B[0]: missing-item"]],
  ["a function in JSON", "json", { "b c": isNaN }, ['A["b c"]: type']],
  ["half a character in JSON", "json", ["\udc00"], ["A[0]: lone-surrogate"]],
];

function write(to: ParameterWriter, method: Method, ...value: [string, unknown, Presence]): void {
  if (method === "json") writeJson(to, ...value);
  else to[method](...value);
}

describe("a value", () => {
  for (const [idea, method, value, expected] of cases) {
    test(idea, () => {
      const result = written((to) => {
        write(to, method, "A", value, "required");
      });
      expect(result).toEqual(expected);
    });
  }
});

describe("undefined and null", () => {
  for (const method of new Set(cases.map(([, name]) => name))) {
    test(`are absent as ${method}`, () => {
      const result = written((to) => {
        write(to, method, "A", undefined, "optional");
        write(to, method, "B", null, "optional");
      });
      expect(result).toEqual({});
    });
    test(`are missed as ${method}, if it is required`, () => {
      const result = written((to) => {
        write(to, method, "A", undefined, "required");
        write(to, method, "B", null, "required");
      });
      expect(result).toEqual(["A: required", "B: required"]);
    });
  }
});

describe("a list joined by commas", () => {
  const commas = (items: (string | number | boolean)[], presence: Presence = "optional") =>
    written((to) => {
      writeCommas(to, "A", items, presence, (at, key, item) => {
        at.any(key, item, "required");
      });
    });

  test("is one parameter", () => {
    expect(commas(["x", 1, true])).toEqual({ A: "x,1,true" });
  });
  test("is none if it is empty", () => {
    expect(commas([])).toEqual({});
  });
  test("must have an item if it is required", () => {
    expect(commas([], "required")).toEqual(["A: required"]);
  });
  test("has no commas in its items", () => {
    expect(commas(["x", "y,z"])).toEqual(["A[1]: comma"]);
  });
  test("has nothing empty between commas", () => {
    expect(commas(["x", ""])).toEqual(["A[1]: empty-item"]);
  });
});

const any = (value: unknown) =>
  written((to) => {
    to.any("A", value, "required");
  });

describe("a list", () => {
  const texts = (items: readonly (string | null | undefined)[]) =>
    written((to) => {
      to.list("A", items, "required", (at, key, item) => {
        at.string(key, item, "required");
      });
    });

  test("is numbered from 1", () => {
    expect(texts(["x", "y"])).toEqual({ "A.1": "x", "A.2": "y" });
  });
  test("must have an item if it is required", () => {
    expect(texts([])).toEqual(["A: required"]);
  });
  test("has no gaps, since items would change their numbers or be lost", () => {
    expect(texts(["x", null, undefined, "y"])).toEqual([
      "A[1]: missing-item",
      "A[2]: missing-item",
    ]);
  });
  test("has no items that send nothing, for the same reason", () => {
    expect(any([{}, { B: 1 }])).toEqual(["A[0]: empty-item"]);
  });
});

describe("a map", () => {
  const texts = (names: Record<string, string | undefined> | Map<string, string>) =>
    written((to) => {
      to.map<string | undefined>("A", names, "required", (at, key, value) => {
        at.string(key, value, "required");
      });
    });

  test("is sent with its names as they are", () => {
    expect(texts({ "k.1": "x", 键: "y" })).toEqual({ "A.k.1": "x", "A.键": "y" });
  });
  test("may be a Map", () => {
    expect(texts(new Map([["k", "x"]]))).toEqual({ "A.k": "x" });
  });
  test("leaves out what is undefined", () => {
    expect(texts({ a: undefined, b: "x" })).toEqual({ "A.b": "x" });
  });
  test("must have a member if it is required", () => {
    expect(texts({ a: undefined })).toEqual(["A: required"]);
  });
  test("may use the name __proto__", () => {
    expect(texts(JSON.parse('{"__proto__": "x"}') as Record<string, string>)).toEqual({
      "A.__proto__": "x",
    });
  });
});

describe("an object", () => {
  const members = ["PortRanges", "Name"];
  const object = (value: unknown) =>
    written((to) => {
      to.object("A", value, members, "required");
    });

  test("has only the members it has", () => {
    expect(object({ PortRange: [], Nmae: "", Other: 1 })).toEqual([
      "A.PortRange: unknown-member",
      "A.Nmae: unknown-member",
      "A.Other: unknown-member",
    ]);
  });
  test("may have others that are undefined", () => {
    expect(object({ Other: undefined })).toEqual({});
  });
  test("is not a list, a Date, or of a class", () => {
    expect([[], new Date(), new Map(), new URL("http://h")].map(object)).toEqual(
      Array(4).fill(["A: type"]),
    );
  });
  test("may have no prototype", () => {
    expect(object(Object.create(null))).toEqual({});
  });
});

test("a misspelt member is met with the name it was meant to be", () => {
  const to = new ParameterWriter();
  to.object("", { portranges: [], Nmae: "x", Zone: "" }, ["PortRanges", "Name"], "required");
  expect(() => to.finish()).toThrow(
    [
      "The request was not sent:",
      "- portranges is not a known member: did you mean PortRanges?",
      "- Nmae is not a known member: did you mean Name?",
      "- Zone is not a known member: correct it, or take it out.",
    ].join("\n"),
  );
});

test("a path is what JavaScript would write, however deep", () => {
  const value = { B: [{ "c d": { 7: NaN } }] };
  expect(any(value)).toEqual(['A.B[0]["c d"]["7"]: not-finite']);
});

test("two values under one name are refused", () => {
  expect(any({ "b.c": 1, b: { c: 2 } })).toEqual(["A.b.c: ambiguous-key"]);
});

test("everything that is wrong is told at once, and no value with it", () => {
  const to = new ParameterWriter();
  to.integer("A", "s3cret", "required");
  to.list("B", [{ C: "s3cret\ud800" }], "required", (at, key, item) => {
    at.string(`${key}.C`, item.C, "required");
  });
  to.string("D", undefined, "required");
  const issues = [
    { path: "A", rule: "type", message: "A must be a whole number, not a string." },
    {
      path: "B[0].C",
      rule: "lone-surrogate",
      message: "B[0].C holds a lone surrogate: take it out.",
    },
    { path: "D", rule: "required", message: "D is required." },
  ];
  expect(() => to.finish()).toThrow(expect.objectContaining({ name: "RequestError", issues }));
});

describe("what the client can fill in", () => {
  const region = (value: string | undefined, defaults: { regionId?: string } | undefined) =>
    written((to) => {
      to.filled("RegionId", value, "regionId", "required");
    }, defaults);

  test("is taken from the request first", () => {
    expect(region("cn-1", { regionId: "cn-2" })).toEqual({ RegionId: "cn-1" });
  });
  test("is taken from the client then", () => {
    expect(region(undefined, { regionId: "cn-2" })).toEqual({ RegionId: "cn-2" });
  });
  test("is missed if neither has it", () => {
    expect(region(undefined, {})).toEqual(["RegionId: required"]);
  });
  test("is not missed where there is no client", () => {
    expect(region(undefined, undefined)).toEqual({});
  });
});
