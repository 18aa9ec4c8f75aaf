import { describe, expect, test } from "vitest";
import { settleNesting, type NestingFacts } from "../../../src/derive/nesting/settle-nesting.ts";
import type { Parameter } from "../../../src/derive/rows/parameter.ts";
import type { TypeExpression } from "../../../src/derive/rows/parse-cells.ts";
import type { Code } from "../../../src/diagnostics/registry.ts";
import { rowsOf, tableUnder, withFacts } from "./rows.ts";
import { jsonShape, xmlShape } from "./shapes.ts";

describe("a row gets the path of the rows around it:", () => {
  test("of a list's items", () => {
    expect(settled(["Loans Array of Loan", "Title String"]).members).toEqual([
      "Loans: list of object",
      "Loans[].Title: string",
    ]);
  });

  test("of an object", () => {
    expect(settled(["Place Struct", "Coast String"]).members).toEqual([
      "Place: object",
      "Place.Coast: string",
    ]);
  });

  test("but a name with dots has its own", () => {
    expect(settled(["Loans.N.Title String"], { flat: true }).members).toEqual([
      "Loans[].Title: string",
    ]);
  });

  test("and says what placed it there", () => {
    const sample = jsonShape({ Place: { Coast: "a" } });
    const { rows } = settled(["Place Struct", "Coast String"], { sample });

    expect(rows.map(({ facts }) => facts.placedBy)).toEqual([undefined, "sample"]);
  });
});

describe("wrappers", () => {
  test("that only the sample has are part of the path", () => {
    const sample = jsonShape({ Loans: { Loan: [{ Title: "a" }] } });

    expect(settled(["Loans Array of Loan", "Title String"], { sample }).members).toEqual([
      "Loans: object",
      "Loans.Loan[].Title: string",
    ]);
  });

  test("of values too", () => {
    const sample = jsonShape({ Tags: { Tag: ["a"] } });

    expect(settled(["Tags Array of String"], { sample }).members).toEqual([
      "Tags: object",
      "Tags.Tag: list of string",
    ]);
  });

  test("stand where the product has them, if the page does not show its lists", () => {
    expect(settled(["Loans Array of Loan", "Title String"], { wrapsLists: true }).members).toEqual([
      "Loans: object",
      "Loans.Loan[].Title: string",
    ]);
    expect(settled(["Tags Array of String"], { wrapsLists: true }).members).toEqual([
      "Tags: object",
      "Tags.Tag: list of string",
    ]);
  });

  test("do not stand where the page shows its lists without", () => {
    const sample = jsonShape({ Loans: [{ Title: "a" }] });

    expect(
      settled(["Loans Array of Loan", "Title String"], { wrapsLists: true, sample }).members,
    ).toEqual(["Loans: list of object", "Loans[].Title: string"]);
  });

  test("may have rows of their own", () => {
    const sample = jsonShape({ Loans: { Loan: [{ Title: "a" }] } });

    expect(settled(["Loans Array", "Loan", "Title String"], { sample }).members).toEqual([
      "Loans: object",
      "Loans.Loan: list of object",
      "Loans.Loan[].Title: string",
    ]);
  });

  test("are lists in XML, where one item stands alone", () => {
    const sample = xmlShape({ Loans: { Loan: { Title: "a" } } });

    expect(settled(["Loans Array of Loan", "Title String"], { sample }).members).toEqual([
      "Loans: object",
      "Loans.Loan[].Title: string",
    ]);
  });
});

describe("a wrapper is found", () => {
  test.each([
    [
      "by a row that says nothing but its name",
      ["Loans Array of Loan", "Loan", "Title String"],
      {},
    ],
    [
      "in a sample that has other members than the rows",
      ["Loans Array of Loan", "Title String"],
      { sample: jsonShape({ Loans: { Loan: [{ Year: 1 }] } }) },
    ],
    [
      "in a sample, where both rows are told to be lists",
      ["Loans List", "Loan Array of Lending", "Title String"],
      { sample: jsonShape({ Loans: { Loan: [{ Title: "a" }] } }) },
    ],
  ])("%s", (_, lines, facts) => {
    expect(settled(lines, facts).members.at(-1)).toBe("Loans.Loan[].Title: string");
  });

  test.each([
    ["by the type's", "Loans Array of Lending", "Loans.Lending[].Title: string"],
    ["in the singular", "Loans Array", "Loans.Loan[].Title: string"],
    ["in the singular", "Libraries Array", "Libraries.Library[].Title: string"],
  ])("of the product's custom and named %s", (_, row, member) => {
    expect(settled([row, "Title String"], { wrapsLists: true }).members.at(-1)).toBe(member);
  });
});

test("a value in a wrapper is a list where the sample has several", () => {
  const sample = jsonShape({ Tags: { Tag: ["a"] } });

  expect(settled(["Tags Struct", "Tag String"], { sample }).members).toEqual([
    "Tags: object",
    "Tags.Tag: list of string",
  ]);
});

test("a list of a request is a text of JSON where its prose says so", () => {
  const rows = rowsOf(["Marks List"]).map((row) => withFacts(row, { description: "JSON格式。" }));

  expect(settledRows(rows, { flat: true }).rows[0]?.style).toBe("json");
  expect(settled(["Marks List"], { flat: true }).rows[0]?.style).toBeUndefined();
});

describe("what the type cell leaves open the sample says:", () => {
  test.each([
    ["the kind of a value", "Total", { Total: 1 }, "Total: integer"],
    ["the items of a list", "Tags Array", { Tags: ["a"] }, "Tags: list of string"],
    ["that items are objects", "Loans Array", { Loans: [{ Title: "a" }] }, "Loans: list of object"],
    ["the items of a list", "Tags Array", { Tags: [1, 1.5] }, "Tags: list of float"],
    ["that a value is an object", "Place Object", { Place: { Mile: 1 } }, "Place: object"],
  ])("%s", (_, row, value, member) => {
    expect(settled([row], { sample: jsonShape(value) }).members).toEqual([member]);
  });

  test.each([
    ["objects", [{ Title: "a" }], "object"],
    ["nothing", [], "any"],
  ])("the items of a list in a wrapper: %s", (_, items, type) => {
    const sample = jsonShape({ Loans: { Loan: items } });

    expect(settled(["Loans Array"], { sample }).members).toEqual([
      "Loans: object",
      `Loans.Loan: list of ${type}`,
    ]);
  });

  test.each([
    ["Tags Array of Integer", { Tags: ["a"] }, "Tags: list of integer"],
    ["Place String", { Place: { Mile: 1 } }, "Place: string"],
    ["Place Object", { Place: "a" }, "Place: object"],
    ["Labels Map", { Labels: { low: "a", high: "b" } }, "Labels: map"],
  ])("but what the cell says holds: %s", (row, value, member) => {
    expect(settled([row], { sample: jsonShape(value) }).members).toEqual([member]);
  });

  test("also where the sample has a list or another kind of value", () => {
    const sample = jsonShape({ Total: 1, Tags: ["a"] });

    expect(settled(["Total String", "Tags String"], { sample }).members).toEqual([
      "Total: string",
      "Tags: string",
    ]);
  });
});

describe("a text whose members stand in a table of their own", () => {
  const [pilot] = rowsOf(["Pilot String"]);
  const members = rowsOf(["Phone String"], tableUnder("Pilot", 50)).map((row) => ({
    ...row,
    ...(pilot === undefined ? {} : { owner: pilot }),
  }));
  const rows = pilot === undefined ? [] : [pilot, ...members];

  test("is JSON in a request", () => {
    const { members: found, rows: all } = settledRows(rows, { flat: true });

    expect(found).toEqual(["Pilot: object", "Pilot.Phone: string"]);
    expect(all[0]?.style).toBe("json");
  });

  test("is a list in a request, if its example is one", () => {
    const [text, ...others] = rows;
    const told = text === undefined ? [] : [withFacts(text, { example: '[{"Phone":"12"}]' })];

    expect(
      settledRows([...told, ...others.map((row) => ({ ...row, owner: told[0] ?? row }))], {
        flat: true,
      }).members,
    ).toEqual(["Pilot: list of object", "Pilot[].Phone: string"]);
  });

  test("stays a text in an answer, and its members are told", () => {
    const { members: found, findings } = settledRows(rows, {});

    expect(found).toEqual(["Pilot: string"]);
    expect(findings).toEqual(["derive/text-member Phone"]);
  });
});

describe("an answer's row without members is a list", () => {
  test("of objects with a member of its name, where it is a text and the sample an empty list", () => {
    const sample = jsonShape({ Locks: { Reason: [] } });

    expect(settled(["Locks Struct", "Reason String"], { sample }).members).toEqual([
      "Locks: object",
      "Locks.Reason: list of object",
      "Locks.Reason[].Reason: string",
    ]);
  });

  test("in the wrapper that the sample has around one value", () => {
    const sample = jsonShape({ Unknown: { Id: "a" } });

    expect(settled(["Unknown List"], { sample }).members).toEqual([
      "Unknown: object",
      "Unknown.Id: list of string",
    ]);
  });

  test("where its type is left empty and it has an example", () => {
    const [row] = rowsOf(["Tags"]);
    const untyped = { ...row, typeSpan: { start: 0, end: 0 }, bare: false } as Parameter;

    const { members } = settledRows([withFacts(untyped, { example: "a" })], {});
    expect(members).toEqual(["Tags: list of string"]);
  });

  test("but not where the sample shows a value", () => {
    const [row] = rowsOf(["Total"]);
    const untyped = { ...row, typeSpan: { start: 0, end: 0 }, bare: false } as Parameter;

    const sample = jsonShape({ Total: 3 });
    const { members } = settledRows([withFacts(untyped, { example: "3" })], { sample });
    expect(members).toEqual(["Total: integer"]);
  });
});

describe("it is said", () => {
  test("where nothing tells a row's place", () => {
    expect(settled(["Loans Array of Loan", "Title String", "Total Integer"]).findings).toEqual([
      "derive/unsettled-nesting Total",
    ]);
  });

  test("where nothing describes a type", () => {
    const { members, findings } = settled(["Total Integer", "Loan LoanInfo"]);

    expect(members).toEqual(["Total: integer", "Loan: any"]);
    expect(findings).toEqual(["derive/unknown-type Loan"]);
  });

  test("but not of a type that the sample shows", () => {
    const sample = jsonShape({ Loan: { Title: "a" } });

    expect(settled(["Loan LoanInfo"], { sample }).findings).toEqual([]);
  });
});

function settled(lines: readonly string[], facts: Partial<NestingFacts> = {}) {
  return settledRows(rowsOf(lines), facts);
}

/** The rows with their paths and types, and what is found in them. */
function settledRows(rows: readonly Parameter[], facts: Partial<NestingFacts>) {
  const findings: string[] = [];
  const report = (code: Code, _: unknown, parameters: object): void => {
    findings.push(`${code} ${"row" in parameters ? String(parameters.row) : ""}`);
  };
  const known = {
    wrapsLists: false,
    parents: new Map(),
    holders: new Map(),
    flat: false,
    ...facts,
  };
  const found = settleNesting(rows, known, report);
  return {
    rows: found,
    members: found.map(({ path, type }) => `${path}: ${showType(type)}`),
    findings,
  };
}

function showType(type: TypeExpression): string {
  switch (type.kind) {
    case "scalar":
      return type.type;
    case "list":
      return `list of ${type.items === undefined ? "?" : showType(type.items)}`;
    default:
      return type.kind;
  }
}
