import { describe, expect, test } from "vitest";
import { readOperation } from "../../src/spec/read-operation.ts";
import { findingsIn } from "./findings-in.ts";

/** An operation whose request starts in line 6, indented by two. */
function operation(...request: readonly string[]): string {
  return [
    "product: Shop",
    'version: "2024-05-06"',
    "action: CreateThing",
    "page: pages/CreateThing.md",
    request.length === 0 ? "request: []" : "request:",
    ...request.map((line) => `  ${line}`),
    "response: []",
    "errors: []",
    "samples: []",
    "",
  ].join("\n");
}

function findings(...request: readonly string[]) {
  return findingsIn(operation(...request), readOperation).map(([code, place]) => [code, place]);
}

describe("a misspelt key is one finding, with the key that was meant", () => {
  const cases: readonly (readonly [key: string, lines: readonly string[], place: string])[] = [
    ["required", ["- name: A", "  type: string", "  requierd: true"], "8:5"],
    ["name", ["- nmae: A", "  type: string", "  required: true"], "6:5"],
    ["type", ["- name: A", "  tpye: string", "  required: true"], "7:5"],
    [
      "kind",
      [
        "- name: A",
        "  type: string",
        "  required: true",
        "  conditions:",
        "    - knd: equals",
        "      to: A",
      ],
      "10:9",
    ],
    [
      "items",
      ["- name: A", "  type: array", "  required: true", "  itmes: { type: string }"],
      "9:5",
    ],
    [
      "max",
      ["- name: A", "  type: string", "  required: true", "  length: { min: 1, mx: 2 }"],
      "9:23",
    ],
  ];

  test.each(cases)("%s", (key, lines, place) => {
    expect(findingsIn(operation(...lines), readOperation)).toEqual([
      ["spec/unknown-key", place, expect.objectContaining({ suggestion: key })],
    ]);
  });

  test("at the top of the file", () => {
    const text = operation().replace("version:", "verison:");

    expect(findingsIn(text, readOperation)).toEqual([
      ["spec/unknown-key", "2:1", { path: "the file", key: "verison", suggestion: "version" }],
    ]);
  });
});

test("a key that is like no other is reported without a suggestion", () => {
  expect(findingsIn(`${operation()}zebra: 1\n`, readOperation)).toEqual([
    ["spec/unknown-key", "9:1", { path: "the file", key: "zebra", suggestion: "" }],
  ]);
});

test.each(["__proto__", "constructor", "toString"])("%s is a key like any other", (key) => {
  expect(findingsIn(`${operation()}${key}: { polluted: true }\n`, readOperation)).toEqual([
    ["spec/unknown-key", "9:1", expect.objectContaining({ key })],
  ]);
});

describe("a value that is not allowed is reported where it stands", () => {
  const member = ["- name: A", "  required: true"];

  test.each([
    ["a type that does not exist", "type: strng", "8:11"],
    ["a number for a text", "type: string\nexample: 20", "9:14"],
    ["a text for a bool", "type: array\nitems: { type: 7 }", "9:20"],
    ["a bad regular expression", "type: string\npattern: { value: '[' }", "9:23"],
    ["a minimum above the maximum", "type: string\nlength: { min: 3, max: 2 }", "9:13"],
    ["bounds that bound nothing", "type: string\nlength: { line: 2 }", "9:13"],
    ["an infinite bound", "type: number\nrange: { max: .inf }", "9:19"],
    ["a list of no values", "type: string\nenum: { closed: true, values: [] }", "9:35"],
    ["a default of another type", "type: integer\ndefault: { value: many }", "9:23"],
    [
      "a value of another type",
      "type: string\nenum: { closed: true, values: [{ value: 1 }] }",
      "9:45",
    ],
    ["a line before the first", "type: string\nline: 0", "9:11"],
    ["joined objects", "type: array\nstyle: comma\nitems: { type: object, members: [] }", "9:12"],
    ["a filled-in list", "type: array\nfilledBy: regionId\nitems: { type: string }", "9:15"],
    ["a list in place of a map", "type: string\ndefault: []", "9:14"],
  ])("%s", (_, rest, place) => {
    const lines = [...member, ...rest.split("\n").map((line) => `  ${line}`)];

    expect(findings(...lines)).toEqual([["spec/invalid", place]]);
  });

  test.each([
    ["a product that is a path", "product: ../Shop", "1:10"],
    ["an action that is a path", "action: a/b", "1:9"],
    ["an action that is code", 'action: "A; evil()"', "1:9"],
    ["a version that is no date", "version: v1", "1:10"],
  ])("%s", (_, line, place) => {
    const key = line.slice(0, line.indexOf(":"));
    const rest = operation()
      .split("\n")
      .filter((other) => !other.startsWith(`${key}:`));

    expect(findingsIn([line, ...rest].join("\n"), readOperation)).toEqual([
      ["spec/invalid", place, expect.objectContaining({ path: key })],
    ]);
  });
});

describe("parts that do not fit together", () => {
  test("two members of one object have the same name", () => {
    const lines = [
      "- name: List",
      "  type: array",
      "  required: true",
      "  items:",
      "    type: object",
      "    members:",
      "      - { name: A, type: string, required: true }",
      "      - { name: A, type: integer, required: true }",
    ];

    expect(findingsIn(operation(...lines), readOperation)).toEqual([
      ["spec/duplicate-member", "13:11", { path: "A", line: 12 }],
    ]);
  });

  test("the same name in different objects is fine", () => {
    const lines = [
      "- { name: A, type: object, required: true, members: [{ name: A, type: string, required: true }] }",
    ];

    expect(findings(...lines)).toEqual([]);
  });

  test("conditions name members that do not exist, each is reported where it does", () => {
    const lines = [
      "- name: A",
      "  type: string",
      "  required: true",
      "  conditions:",
      "    - kind: onlyWhen",
      "      when: { member: B, in: [x] }",
      "    - kind: equals",
      "      to: A[].C",
    ];

    expect(findings(...lines)).toEqual([
      ["spec/unknown-member", "11:25"],
      ["spec/unknown-member", "13:13"],
    ]);
  });

  test("a condition inside a list names a member of its items", () => {
    const lines = [
      "- name: L",
      "  type: array",
      "  required: true",
      "  items:",
      "    type: object",
      "    members:",
      "      - { name: A, type: string, required: true }",
      "      - name: B",
      "        type: string",
      "        required: true",
      "        conditions: [{ kind: equals, to: 'L[].A' }, { kind: equals, to: L.A }]",
    ];

    expect(findingsIn(operation(...lines), readOperation)).toEqual([
      ["spec/unknown-member", "16:75", { path: "L.A" }],
    ]);
  });
});

test("everything that is wrong is reported at once", () => {
  const lines = [
    "- name: A",
    "  type: strng",
    "  requierd: true",
    "- name: B",
    "  type: integer",
    "  range: { min: 2, max: 1 }",
    "- name: C",
    "  type: string",
    "  required: true",
    "  colour: red",
  ];

  expect(findings(...lines)).toEqual([
    ["spec/unknown-key", "8:5"],
    ["spec/unknown-key", "15:5"],
    ["spec/invalid", "7:11"],
    ["spec/invalid", "9:5"],
    ["spec/invalid", "11:12"],
  ]);
});
