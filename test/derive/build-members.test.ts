import { describe, expect, test } from "vitest";
import type { Member } from "../../src/spec/operation.ts";
import { operationOf, pageWith } from "./operation-of.ts";

describe("dotted names", () => {
  test.each(["N", "n", "m", "1"])("with .%s. are one list of objects", (index) => {
    const rows = `|Rooms.${index}.Floor|Integer|No| | |
|Rooms.${index}.Title|String|No| | |`;

    expect(treeOf(rows)).toEqual(["Rooms: array of object (Floor: integer, Title: string)"]);
  });

  test("without an index are one object", () => {
    const rows = `|Room.Floor|Integer|No| | |
|Room.Door.Width|Float|No| | |`;

    expect(treeOf(rows)).toEqual(["Room: object (Floor: integer, Door: object (Width: float))"]);
  });

  test("that end in an index are a list of scalars", () => {
    expect(treeOf("|Tags.N|String|No| | |")).toEqual(["Tags: array of string"]);
    expect(treeOf("|Tags.1|Integer|No| | |")).toEqual(["Tags: array of integer"]);
  });

  test("make lists in lists of objects", () => {
    expect(treeOf("|Rooms.N.Shelves.N.Title|String|No| | |")).toEqual([
      "Rooms: array of object (Shelves: array of object (Title: string))",
    ]);
  });

  test("of further items add nothing", () => {
    const rows = `|Filter.1.Key|String|No| | |
|Filter.1.Value|String|No| | |
|Filter.2.Key|String|No| | |
|Filter.2.Value|String|No| | |`;

    expect(treeOf(rows)).toEqual(["Filter: array of object (Key: string, Value: string)"]);
    expect(findingsIn(rows)).toEqual([]);
  });

  test("may stand before or behind the row of what holds them", () => {
    const [list, item] = ["|Rooms|Array|No| | |", "|Rooms.N.Floor|Integer|No| | |"];

    for (const rows of [`${list}\n${item}`, `${item}\n${list}`]) {
      expect(treeOf(rows)).toEqual(["Rooms: array of object (Floor: integer)"]);
      expect(findingsIn(rows)).toEqual([]);
    }
  });

  test("of a list whose row says so need no index", () => {
    const rows = `|Rooms|Array of Room|No| | |
|Rooms.Floor|Integer|No| | |`;

    expect(treeOf(rows)).toEqual(["Rooms: array of object (Floor: integer)"]);
  });

  test("may belong to a row without a type", () => {
    const rows = `|Room| |No| | |
|Room.Floor|Integer|No| | |
|Rooms| |No| | |
|Rooms.N.Floor|Integer|No| | |`;

    expect(treeOf(rows)).toEqual([
      "Room: object (Floor: integer)",
      "Rooms: array of object (Floor: integer)",
    ]);
    expect(findingsIn(rows)).toEqual([]);
  });
});

describe("types without dotted names", () => {
  test.each([
    ["Array of String", "array of string"],
    ["List", "array of any"],
    ["Object", "object ()"],
    ["Map", "map"],
    ["Json", "any"],
  ])("%s: %s", (type, tree) => {
    expect(treeOf(`|Rooms|${type}|No| | |`)).toEqual([`Rooms: ${tree}`]);
  });

  test("a list with an index and a list's type is one list", () => {
    expect(treeOf("|Tags.N|Array of String|No| | |")).toEqual(["Tags: array of string"]);
  });
});

describe("a list of which no row speaks", () => {
  test("is required when a member of it is", () => {
    const rows = `|Rooms.N.Floor|Integer|Yes| | |
|Rooms.N.Title|String|No| | |
|Tags.N.Key|String|No| | |`;

    expect(membersOf(rows).map(({ name, required }) => [name, required])).toEqual([
      ["Rooms", true],
      ["Tags", false],
    ]);
  });

  test("has the line of the first row that implies it", () => {
    expect(
      membersOf("|Rooms.N.Floor|Integer|Yes| | |\n|Rooms.N.Title|String|No| | |")[0]?.line,
    ).toBe(9);
  });

  test("is meant for a case when all its members are", () => {
    const rows = `|Kind|String|No| |Valid values: **old** and **new**.|
|Rooms.N.Floor|Integer|No| |This parameter is valid only when Kind is old.|
|Rooms.N.Title|String|No| |This parameter is valid only when Kind is old.|
|Tags.N.Key|String|No| |This parameter is valid only when Kind is old.|
|Tags.N.Value|String|No| | |`;

    expect(membersOf(rows).map(({ name, conditions }) => [name, conditions])).toEqual([
      ["Kind", undefined],
      ["Rooms", [{ kind: "onlyWhen", when: { member: "Kind", in: ["old"] }, line: 10 }]],
      ["Tags", undefined],
    ]);
  });
});

test("what has a row of its own is required as that row says", () => {
  const rows = `|Rooms|Array|No| | |
|Rooms.N.Floor|Integer|Yes| | |`;

  expect(membersOf(rows)[0]?.required).toBe(false);
});

test("what the prose of a list says holds for its items", () => {
  expect(membersOf("|Tags.N|String|No| |Up to 8 characters.|")[0]).toMatchObject({
    type: "array",
    items: { type: "string", length: { max: 8, line: 9 } },
  });
});

describe("how many items a list takes", () => {
  test("says its own row", () => {
    expect(membersOf("|Tags.N|String|No| |N的取值范围：1~20|")[0]).toMatchObject({
      type: "array",
      count: { min: 1, max: 20, line: 9 },
    });
    expect(membersOf("|Tags|Array of String|No| |最多支持20个。|")[0]).toMatchObject({
      type: "array",
      count: { max: 20, line: 9 },
    });
  });

  test("say the rows inside it, where they agree", () => {
    const rows = (max: number) => `|Tag.N.Key|String|No| |键，N的取值范围：1~20|
|Tag.N.Value|String|No| |值，N的取值范围：1~${max}|`;

    expect(membersOf(rows(20))[0]).toMatchObject({ count: { min: 1, max: 20, line: 9 } });
    expect(membersOf(rows(10))[0]).not.toHaveProperty("count");
  });

  test("is not what a number says of N", () => {
    const [last] = membersOf("|Last|Integer|No| |前N个书名不能重复，N的取值范围：0~24|");

    expect(last).toMatchObject({ range: { min: 0, max: 24, line: 9 } });
    expect(last).not.toHaveProperty("count");
  });

  test("is not known where a row is in two lists", () => {
    const [rooms] = membersOf("|Rooms.N.Shelves.N.Title|String|No| |N的取值范围：1~20|");

    expect(JSON.stringify(rooms)).not.toContain("count");
  });

  test("is said of a text that lists several", () => {
    expect(membersOf("|Tags|String|No| |多个用逗号（,）分隔，最多支持20个。|")[0]).toMatchObject({
      type: "string",
      count: { max: 20, line: 9 },
    });
  });
});

describe("rows that contradict each other are reported once, at the later one:", () => {
  const conflict = "10:1 derive/conflicting-parameter";

  test.each([
    ["a value with members", "|Room|String|No| | |\n|Room.Floor|Integer|No| | |"],
    ["members of a value", "|Room.Floor|Integer|No| | |\n|Room|String|No| | |"],
    ["a list of values with members", "|Tags.N|String|No| | |\n|Tags.N.Key|String|No| | |"],
    ["a list of values with members", "|Tags|Array of String|No| | |\n|Tags.N.Key|String|No| | |"],
    ["an object that is a list", "|Room|Object|No| | |\n|Room.N.Floor|Integer|No| | |"],
    ["an object and a list", "|Room.Floor|Integer|No| | |\n|Room.N.Title|String|No| | |"],
    ["a list and an object", "|Room.N.Title|String|No| | |\n|Room.Floor|Integer|No| | |"],
  ])("%s", (_, rows) => {
    expect(findingsIn(rows)).toEqual([conflict]);
  });

  test("the first row is kept", () => {
    expect(treeOf("|Room|String|No| | |\n|Room.Floor|Integer|No| | |")).toEqual(["Room: string"]);
  });
});

test("each further row of a parameter is reported, with the line of the first", () => {
  const rows = `|Title|String|No| | |
|Pages|Integer|No| | |
|Title|String|No| | |
|Rooms.N.Floor|Integer|No| | |
|Rooms.N.Floor|Integer|No| | |
|Title|String|No| | |`;

  expect(findingsIn(rows)).toEqual([
    "11:1 derive/duplicate-parameter",
    "13:1 derive/duplicate-parameter",
    "14:1 derive/duplicate-parameter",
  ]);
});

test("names of built-in properties are names like others", () => {
  expect(treeOf("|constructor|String|No| | |\n|\\_\\_proto\\_\\_.toString|String|No| | |")).toEqual(
    ["constructor: string", "__proto__: object (toString: string)"],
  );
});

function membersOf(rows: string): readonly Member[] {
  return operationOf(pageWith(rows)).operation?.request ?? [];
}

function findingsIn(rows: string): string[] {
  return operationOf(pageWith(rows)).findings;
}

/** Each member as `name: type (its members)`. */
function treeOf(rows: string): string[] {
  return membersOf(rows).map(show);
}

function show(member: Member): string {
  return `${member.name}: ${showShape(member)}`;
}

function showShape(shape: Member | Extract<Member, { type: "array" }>["items"]): string {
  switch (shape.type) {
    case "array":
      return `array of ${showShape(shape.items)}`;
    case "object":
      return `object (${shape.members.map(show).join(", ")})`;
    default:
      return shape.type;
  }
}
