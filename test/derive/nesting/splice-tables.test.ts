import { describe, expect, test } from "vitest";
import { spliceTables } from "../../../src/derive/nesting/splice-tables.ts";
import type { Parameter } from "../../../src/derive/rows/parameter.ts";
import { defaultLimits } from "../../../src/text/limits.ts";
import { rowsOf, tableUnder, withFacts } from "./rows.ts";

function splice(side: readonly Parameter[], types: readonly Parameter[]) {
  return spliceTables(side, types, defaultLimits, () => undefined);
}

const loans = rowsOf(["Loans Array of Loan", "Total Integer"]);

test("one table stays as it is", () => {
  expect(splice(loans, []).rows).toBe(loans);
});

describe("a table of a type follows the row", () => {
  const members = (lead: string) => rowsOf(["Title String"], tableUnder(lead, 50));

  test.each([
    ["whose type its heading names", "Loan"],
    ["whose type a sentence before it names", "The members of a Loan are these."],
    ["whose name its heading is", "Loans"],
    ["whose type is spelled alike", "LoanType"],
  ])("%s", (_, lead) => {
    expect(spliced([...loans, ...members(lead)])).toEqual(["Loans", "Title in Loans", "Total"]);
    expect(spliced(loans, members(lead))).toEqual(["Loans", "Title in Loans", "Total"]);
  });

  test("whose description mentions it", () => {
    const [list, total] = rowsOf(["Loans List", "Total Integer"]);
    if (list === undefined || total === undefined) throw new Error("two rows");
    const told = withFacts(list, { description: "The loans, see LendingData below." });

    expect(spliced([told, total], members("LendingData"))).toEqual([
      "Loans",
      "Title in Loans",
      "Total",
    ]);
  });

  test("that is left, where nothing names it", () => {
    expect(spliced([...loans, ...members("内容如下。")])).toEqual([
      "Loans",
      "Title in Loans",
      "Total",
    ]);
  });
});

describe("a table belongs to the row", () => {
  const members = rowsOf(["Title String"], tableUnder("Loan", 50));

  test("of its type rather than to one of its name", () => {
    expect(spliced(rowsOf(["Loan OldLoan", "Last Loan"]), members)).toEqual([
      "Loan",
      "Last",
      "Title in Last",
    ]);
  });

  test("of its name rather than to one of a type spelled alike", () => {
    expect(spliced(rowsOf(["Last LoanType", "Loan Struct"]), members)).toEqual([
      "Last",
      "Loan",
      "Title in Loan",
    ]);
  });
});

describe("types of types end", () => {
  const typesOf = (depth: number, width: number) =>
    Array.from({ length: depth }, (_, level) =>
      rowsOf(
        Array.from({ length: width }, (_, index) => `Row${level}to${index} T${level + 1}`),
        tableUnder(`T${level}`, 1000 * (level + 1)),
      ),
    ).flat();

  test("where they are too deep", () => {
    expect(spliced(rowsOf(["Root T0"]), typesOf(300, 1))).toHaveLength(201);
  });

  test("where they are too many", () => {
    expect(spliced(rowsOf(["Root T0"]), typesOf(9, 4))).toHaveLength(5000);
  });
});

test("a table goes on with the one before it where no row is left that it could belong to", () => {
  const rows = rowsOf(["Total Integer"]);
  const more = rowsOf(["Title String"], tableUnder("More of them", 50));

  expect(spliced([...rows, ...more])).toEqual(["Total", "Title"]);
});

test("two rows of one type both have its members", () => {
  const rows = rowsOf(["Here Place", "There Place"]);
  const members = rowsOf(["Coast String"], tableUnder("Place", 50));

  expect(spliced(rows, members)).toEqual(["Here", "Coast in Here", "There", "Coast in There"]);
});

test("types have types", () => {
  const rows = rowsOf(["Harbour HarbourInfo"]);
  const harbour = rowsOf(["Pilot PilotInfo"], tableUnder("HarbourInfo", 50));
  const pilot = rowsOf(["Phone String"], tableUnder("PilotInfo", 90));

  expect(spliced(rows, [...harbour, ...pilot])).toEqual([
    "Harbour",
    "Pilot in Harbour",
    "Phone in Pilot",
  ]);
});

test("a type inside itself is described once", () => {
  const rows = rowsOf(["Root Shelf"]);
  const shelf = rowsOf(["Inner Shelf"], tableUnder("Shelf", 50));

  expect(spliced(rows, shelf)).toEqual(["Root", "Inner in Root"]);
});

test("rows of a type that no row has are told", () => {
  const { rows, unused } = splice(loans, rowsOf(["Age Integer"], tableUnder("Reader", 50)));

  expect(rows).toEqual(loans);
  expect(unused.map(({ row }) => row)).toEqual(["Age"]);
});

/** The rows in their new order, each with the one that it belongs to. */
function spliced(side: ReturnType<typeof rowsOf>, types: ReturnType<typeof rowsOf> = []): string[] {
  const { rows } = splice(side, types);
  return rows.map(({ row, owner }) => (owner === undefined ? row : `${row} in ${owner.row}`));
}
