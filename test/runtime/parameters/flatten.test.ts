import { describe, expect, test } from "vitest";
import { ParameterWriter, RequestError } from "../../../src/runtime/index.ts";

function flatten(value: Record<string, unknown>): Record<string, string> | string {
  const to = new ParameterWriter();
  for (const [name, member] of Object.entries(value)) to.any(name, member, "optional");
  try {
    return to.finish();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.issues.map(({ rule }) => rule).join();
  }
}

describe("as the vendor's own clients do", () => {
  const cases: [value: Record<string, unknown>, sent: Record<string, string>][] = [
    [{ A: "x" }, { A: "x" }],
    [{ A: "" }, { A: "" }],
    [
      { A: true, B: false },
      { A: "true", B: "false" },
    ],
    [
      { A: 1, B: 0, C: -0, D: 1.5 },
      { A: "1", B: "0", C: "0", D: "1.5" },
    ],
    [{ A: 9007199254740993n }, { A: "9007199254740993" }],
    [{ A: undefined, B: null, C: 1 }, { C: "1" }],
    [{ A: [], B: {}, C: 1 }, { C: "1" }],
    [{ A: ["x", "y"] }, { "A.1": "x", "A.2": "y" }],
    [{ A: ["", ""] }, { "A.1": "", "A.2": "" }],
    [{ A: [{ B: 1, C: true }, { B: 2 }] }, { "A.1.B": "1", "A.1.C": "true", "A.2.B": "2" }],
    [{ A: [{ B: null, C: undefined, D: 1 }] }, { "A.1.D": "1" }],
    [{ A: [["x", "y"], ["z"]] }, { "A.1.1": "x", "A.1.2": "y", "A.2.1": "z" }],
    [{ A: [{ B: ["x"], C: [{ D: 1 }] }] }, { "A.1.B.1": "x", "A.1.C.1.D": "1" }],
    [{ A: [{ B: { C: 1 } }] }, { "A.1.B.C": "1" }],
    [{ A: { B: { C: 1 }, D: ["x"] } }, { "A.B.C": "1", "A.D.1": "x" }],
    [{ A: { "k.1": "x", "k v": "y", 键: "z" } }, { "A.k.1": "x", "A.k v": "y", "A.键": "z" }],
    [{ regionId: "x" }, { regionId: "x" }],
  ];
  for (const [value, sent] of cases) {
    test(JSON.stringify(sent), () => {
      expect(flatten(value)).toEqual(sent);
    });
  }
});

describe("where they lose or garble a value", () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = [cycle];
  const cases: [value: unknown, sent: Record<string, string> | string][] = [
    [new Date(0), { A: "1970-01-01T00:00:00Z" }],
    [new Map([["k", "v"]]), { "A.k": "v" }],
    [NaN, "not-finite"],
    [1e21, "unsafe-integer"],
    ["x\ud800y", "lone-surrogate"],
    [["x", null, "y"], "missing-item"],
    [[{}, { B: 1 }], "empty-item"],
    [Buffer.from("hi"), "type"],
    [new Set(["v"]), "type"],
    [Object("x"), "type"],
    [() => 1, "type"],
    [Symbol("x"), "type"],
    [new Map([[1, "v"]]), "type"],
    [cycle, "cycle"],
  ];
  for (const [index, [value, sent]] of cases.entries()) {
    test(`${index + 1}: ${JSON.stringify(sent)}`, () => {
      expect(flatten({ A: value })).toEqual(sent);
    });
  }
});

test("a value that occurs twice is no cycle", () => {
  const shared = { B: 1 };
  expect(flatten({ A: [shared, shared] })).toEqual({ "A.1.B": "1", "A.2.B": "1" });
});
