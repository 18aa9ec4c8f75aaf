import { describe, expect, test } from "vitest";
import { documentMember } from "../../src/emit/document-member.ts";
import type { Member } from "../../src/spec/operation.ts";

describe("the documentation of a member", () => {
  const base = { name: "Name", type: "string", required: true } as const;
  const list = {
    name: "Ports",
    type: "array",
    required: true,
    items: { type: "integer" },
  } as const;
  const cases: readonly (readonly [
    title: string,
    { readonly given: Member; readonly want: readonly string[] },
  ])[] = [
    ["is nothing where nothing is known", { given: base, want: [] }],
    [
      "is the prose of the page",
      { given: { ...base, description: "One.\n\n- **a**" }, want: ["One.", "", "- **a**"] },
    ],
    [
      "is a sentence where there is one fact and no prose",
      { given: { ...base, length: { max: 64 } }, want: ["Length: at most 64 characters."] },
    ],
    [
      "is a list where there are more",
      {
        given: { ...base, length: { min: 2 }, pattern: { value: "a|b" } },
        want: ["- Length: at least 2 characters.", "- Pattern: `a|b`."],
      },
    ],
    [
      "says why a pattern is not checked",
      {
        given: { ...base, pattern: { value: "(a+)+" } },
        want: ["Pattern: `(a+)+`. Not checked before sending: that could take long."],
      },
    ],
    [
      "has its facts after the prose",
      {
        given: { ...base, description: "The name.", length: { min: 2, max: 8 } },
        want: ["The name.", "", "- Length: 2 to 8 characters."],
      },
    ],
    [
      "has default and example at the end",
      {
        given: { ...base, description: "The name.", default: { value: "" }, example: "a" },
        want: ["The name.", "", '@default ""', '@example "a"'],
      },
    ],
    [
      "shows the example of a number as a number",
      { given: { ...base, type: "integer", example: "20" }, want: ["@example 20"] },
    ],
    [
      "says how a list is sent",
      {
        given: { ...list, style: "flat", count: { min: 1 } },
        want: ["- A list, sent as `Ports.1`, `Ports.2` and so on.", "- Items: at least 1."],
      },
    ],
    [
      "says of a list what is said of its items",
      {
        given: { ...list, items: { type: "integer", range: { min: 1, max: 65535 } } },
        want: ["Range: 1 to 65535."],
      },
    ],
    [
      "says what a number counts",
      {
        given: { ...base, type: "integer", unit: { value: "GiB", line: 1 } },
        want: ["Unit: `GiB`."],
      },
    ],
    [
      "says how many items a text lists",
      { given: { ...base, count: { max: 20 } }, want: ["Items: at most 20."] },
    ],
    [
      "says when there are no other values",
      {
        given: { ...base, enum: { closed: true, values: [{ value: "a" }, { value: "" }] } },
        want: ["Takes only `a` or empty."],
      },
    ],
    [
      "does not say so when there may be",
      { given: { ...base, enum: { closed: false, values: [{ value: "a" }] } }, want: [] },
    ],
    [
      "says the conditions",
      {
        given: {
          ...base,
          conditions: [
            { kind: "onlyWhen", when: { member: "Kind", in: ["a", "b"] } },
            { kind: "requiredWhen", when: { member: "Size", in: [1] } },
            { kind: "equals", to: "Other" },
            { kind: "equals", to: "Other", when: { member: "On", in: [true] } },
          ],
        },
        want: [
          "- Only when `Kind` is `a` or `b`.",
          "- Required when `Size` is `1`.",
          "- Equals `Other`.",
          "- Equals `Other` when `On` is `true`.",
        ],
      },
    ],
    [
      "says who fills it in",
      {
        given: { ...base, filledBy: "regionId" },
        want: ["Where it is left out, the client's `regionId` is sent."],
      },
    ],
  ];

  test.each(cases)("%s", (_, { given, want }) => {
    expect(linesOf(documentMember(given, "request"))).toEqual(want);
  });

  test("says of a response nothing that is done to requests", () => {
    expect(documentMember({ ...base, filledBy: "regionId" }, "response")).toBe("");
  });
});

function linesOf(comment: string): string[] {
  if (comment === "") return [];
  return comment
    .replace(/^\/\*\*\n?/, "")
    .replace(/\n? \*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^ (?:\*(?: |$))?/, ""));
}
