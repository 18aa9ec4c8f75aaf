import { describe, expect, test } from "vitest";
import type { PlacingFacts } from "../../../src/derive/nesting/describe-table.ts";
import { placeRows } from "../../../src/derive/nesting/place-rows.ts";
import { uniteShapes } from "../../../src/derive/nesting/unite-shapes.ts";
import type { Parameter } from "../../../src/derive/rows/parameter.ts";
import { rowsOf, tableUnder, withFacts } from "./rows.ts";
import { jsonShape } from "./shapes.ts";

test("no rows have no places", () => {
  expect(placeRows([], factsWith({}))).toEqual([]);
});

describe("by types,", () => {
  test("the row behind an object is its first member", () => {
    expect(placed(["Place Struct", "Coast String"])).toEqual(["Place", "Place > Coast: type"]);
  });

  test("the row behind a list of objects is the first member of its items", () => {
    expect(placed(["Places Array of Place", "Coast String"])).toEqual([
      "Places",
      "Places > Coast: type",
    ]);
  });

  test.each(["String", "Integer", "Array of String"])("no row is inside a value: %s", (type) => {
    expect(placed([`Place ${type}`, "Coast String"])).toEqual(["Place", "Coast"]);
  });

  test("a row that names nothing but itself has members", () => {
    expect(placed(["Places Array of Place", "Place", "Coast String"])).toEqual([
      "Places",
      "Places > Place: type",
      "Places > Place > Coast: type",
    ]);
  });

  test("what has an example is a value", () => {
    const [list, ...others] = rowsOf(["Places List", "Coast String"]);
    const rows = list === undefined ? [] : [withFacts(list, { example: "north" }), ...others];

    expect(show(rows, factsWith({ parents: custom("Coast", "Places") }))).toEqual([
      "Places",
      "Coast",
    ]);
  });
});

describe("by order,", () => {
  const rows = ["Berths Array of Berth", "Berth String", "Length Float", "Width Float"];

  test("members of an object go on while the names rise", () => {
    expect(placed(rows).slice(1)).toEqual([
      "Berths > Berth: type",
      "Berths > Length: order",
      "Berths > Width: order",
    ]);
  });

  test("they end where a name would fall, and stand in order at the top", () => {
    expect(placed([...rows, "Harbour String", "Title String"]).slice(3)).toEqual([
      "Berths > Width: order",
      "Harbour",
      "Title",
    ]);
  });
});

test("where nothing says where a row belongs, nothing is given as the reason", () => {
  expect(placed(["Loans Array of Loan", "Title String", "Total Integer"])).toEqual([
    "Loans",
    "Loans > Title: type",
    "Loans > Total",
  ]);
});

describe("by the sample,", () => {
  test("a row is where the sample has its name", () => {
    const sample = jsonShape({ Loans: [{ Title: "a" }], Total: 1 });

    expect(placed(["Loans Array of Loan", "Title String", "Total Integer"], { sample })).toEqual([
      "Loans",
      "Loans > Title: sample",
      "Total",
    ]);
  });

  test("of two rows with one name each has a place of its own", () => {
    const sample = jsonShape({ Gauges: [{ Name: "a" }], Pilots: [{ Name: "b" }] });

    expect(
      placed(["Gauges List", "Name String", "Pilots List", "Name String"], { sample }),
    ).toEqual(["Gauges", "Gauges > Name: sample", "Pilots", "Pilots > Name: sample"]);
  });

  test("a member may come behind rows that are none", () => {
    const sample = jsonShape({ Pilot: { Sex: "F", Phone: "12" }, Title: "a" });

    expect(
      placed(["Pilot Struct", "Phone String", "Title String", "Sex String"], { sample }).at(-1),
    ).toBe("Pilot > Sex: sample");
  });

  test("wrappers without rows stand between a row and its members", () => {
    const sample = jsonShape({ Books: { Book: [{ Title: "a" }] } });
    const places = placeRows(
      rowsOf(["Books Array of Book", "Title String"]),
      factsWith({ sample }),
    );

    expect(places[1]).toMatchObject({ parent: 0, by: "sample", via: ["Book"] });
  });

  test("a row has what the sample calls otherwise, where its members stand there", () => {
    const sample = jsonShape({ GaugeList: [{ Depth: 2 }], Total: 1 });

    expect(placed(["Gauges Array of Gauge", "Depth Float", "Total Integer"], { sample })).toEqual([
      "Gauges",
      "Gauges > Depth: sample",
      "Total",
    ]);
  });

  test("a value inside a wrapper of its own name is the value", () => {
    const sample = jsonShape({ Remark: { Remark: "a" }, LoanId: "b" });

    expect(placed(["Remark Struct", "Remark String", "LoanId String"], { sample })).toEqual([
      "Remark",
      "Remark > Remark: sample",
      "LoanId",
    ]);
  });

  test("of another page, it is said that it is that page's", () => {
    const sample = uniteShapes(undefined, jsonShape({ Loans: [{ Title: "a" }], Total: 1 }));

    expect(placed(["Loans Array of Loan", "Title String", "Total Integer"], { sample })).toEqual([
      "Loans",
      "Loans > Title: otherPage",
      "Total",
    ]);
  });
});

test("the page's own order outweighs what another page shows", () => {
  const own = { Works: [{ Author: "a", Year: 1 }] };
  const sample = uniteShapes(jsonShape(own), jsonShape({ ...own, Title: "a" }));
  const rows = ["Works Array of Work", "Author String", "Title String", "Year Integer"];

  expect(placed(rows, { sample })).toContain("Works > Title: order");
});

test("a name with dots below the row that it begins with says its whole path", () => {
  const rows = ["Place Struct", "Place.Mile Float", "Owner Struct", "Owner.Name String"];

  expect(placed(rows)).toEqual(["Place", "Place", "Owner", "Owner"]);
});

test("a row that names nothing but itself is a value where the sample has one", () => {
  const sample = jsonShape({ Age: 9, Name: "a" });

  expect(placed(["Age", "Name"], { sample })).toEqual(["Age", "Name"]);
});

test("a list whose item has a row of its own holds no other", () => {
  const rows = ["Rules Array of Rule", "Rule", "Id String", "Price Float"];

  expect(placed(rows)).toEqual([
    "Rules",
    "Rules > Rule: type",
    "Rules > Rule > Id: type",
    "Rules > Rule > Price: order",
  ]);
});

test("a value in a wrapper of its own name, which has no row, is inside it", () => {
  const sample = jsonShape({ Remark: { Remark: "a" } });

  expect(placeRows(rowsOf(["Remark String"]), factsWith({ sample }))).toMatchObject([
    { parent: undefined, via: ["Remark"] },
  ]);
});

describe("names with dots", () => {
  test("are whole paths, so no row holds them", () => {
    expect(placed(["Loans List", "Loans.N.Title String", "Loans.N.Year Integer"])).toEqual([
      "Loans",
      "Loans",
      "Loans",
    ]);
  });

  test("hold no rows", () => {
    expect(placed(["Loans.N List", "Title String"])).toEqual(["Loans", "Title"]);
  });
});

describe("by marks before names,", () => {
  test("a row is inside one above it", () => {
    expect(placed(["Loans Array of Loan", "└Title String", "Total Integer"])).toEqual([
      "Loans",
      "Loans > Title: indent",
      "Total",
    ]);
  });

  test("rows are as deep as their marks say", () => {
    const rows = ["Loans List", "└Book Struct", "└└Title String", "└DueOn String", "Total Integer"];

    expect(placed(rows)).toEqual([
      "Loans",
      "Loans > Book: indent",
      "Loans > Book > Title: indent",
      "Loans > DueOn: indent",
      "Total",
    ]);
  });
});

describe("by other pages of the product,", () => {
  const rows = ["Place Struct", "Mile Float", "State String"];

  test("a name that always stands elsewhere is not in an object", () => {
    expect(placed(rows).at(-1)).toBe("Place > State");
    expect(placed(rows, { parents: custom("State", "") }).at(-1)).toBe("State");
  });

  test("but two samples are no custom", () => {
    const parents = new Map([["State", new Map([["", 2]])]]);

    expect(placed(rows, { parents }).at(-1)).toBe("Place > State");
  });

  test("a name that always stands in an object is in it", () => {
    const long = ["Place Struct", "Mile Float", "Aim String"];
    const known = { parents: custom("Aim", "Place") };

    expect(placed(long, known).at(-1)).toBe("Place > Aim");
  });
});

describe("by tables of their own,", () => {
  test("rows are inside the row whose type they describe, and nowhere else", () => {
    const [loans, ...others] = rowsOf(["Loans Array of Loan", "Zone Integer"]);
    const members = rowsOf(["Title String", "Year Integer"], tableUnder("Loan", 50));
    const rows =
      loans === undefined
        ? []
        : [loans, ...members.map((row) => ({ ...row, owner: loans })), ...others];

    expect(show(rows, factsWith({}))).toEqual([
      "Loans",
      "Loans > Title: table",
      "Loans > Year: table",
      "Zone",
    ]);
  });
});

describe("of a request,", () => {
  test("a list of which nothing is said has no members", () => {
    expect(placed(["Loans List", "Title String"], { flat: true })).toEqual(["Loans", "Title"]);
  });

  test("a list has those that the sample call shows", () => {
    const sample = jsonShape({ Loans: [{ Title: "a" }] });

    expect(placed(["Loans List", "Title String"], { flat: true, sample })).toEqual([
      "Loans",
      "Loans > Title: sample",
    ]);
  });

  test("names with dots are whole paths", () => {
    expect(placed(["Loans List", "Loans.N.Title String"], { flat: true })).toEqual([
      "Loans",
      "Loans",
    ]);
  });
});

/** Where rows are placed, and why those that are in others: `Books > Title: sample`. */
function placed(lines: readonly string[], facts: Partial<PlacingFacts> = {}): string[] {
  return show(rowsOf(lines), factsWith(facts));
}

function show(rows: readonly Parameter[], facts: PlacingFacts): string[] {
  const placements = placeRows(rows, facts);
  const wayTo = (index: number): string => {
    const parent = placements[index]?.parent;
    const name = rows[index]?.segments[0]?.name ?? "";
    return parent === undefined ? name : `${wayTo(parent)} > ${name}`;
  };
  return placements.map(({ parent, by }, index) =>
    parent === undefined || by === undefined ? wayTo(index) : `${wayTo(index)}: ${by}`,
  );
}

function factsWith(facts: Partial<PlacingFacts>): PlacingFacts {
  return { parents: new Map(), holders: new Map(), flat: false, ...facts };
}

/** That samples have a name always inside the same other one. */
function custom(name: string, parent: string): PlacingFacts["parents"] {
  return new Map([[name, new Map([[parent, 5]])]]);
}
