import { describe, expect, test } from "vitest";
import { readQuery, readRequest } from "../../src/samples/read-request.ts";
import type { Member } from "../../src/spec/operation.ts";
import { requestOf } from "../check/model-of.ts";

describe("a sample request", () => {
  test.each([
    [
      "a query over lines",
      "https://a.example/?Action=Lend\n&Title=A%20b\n&<common>",
      { Title: "A b" },
    ],
    ["with the head of a message", "POST /?Action=Lend&Title=A HTTP/1.1\nHost: a", { Title: "A" }],
    ["a list by its place in the table", "?Action=Lend\n&Tag.N.Key=a", { "Tag.1.Key": "a" }],
    ["what is no escape", "?Action=Lend&Rate=5%", { Rate: "5%" }],
  ])("is read from %s", (_, text, parameters) => {
    expect(readQuery(text, "Lend")).toEqual(
      new Map(Object.entries({ Action: "Lend", ...parameters })),
    );
  });

  test.each([
    ["of another operation", "?Action=Return&Title=A"],
    ["that is no query", "Lend a book"],
  ])("is not read %s", (_, text) => {
    expect(readQuery(text, "Lend")).toBeUndefined();
  });
});

describe("the parameters of a call become the request that they were made of", () => {
  const text = { type: "string", required: false } as const;
  test.each<[idea: string, member: Member, parameters: Record<string, string>, value: unknown]>([
    ["a text", { name: "A", ...text }, { A: "1" }, "1"],
    ["a number", { name: "A", type: "integer", required: false }, { A: "1" }, 1],
    ["what is no number", { name: "A", type: "integer", required: false }, { A: "1***" }, "1***"],
    ["a boolean", { name: "A", type: "boolean", required: false }, { A: "True" }, true],
    [
      "a list in parts",
      { name: "A", type: "array", required: false, items: { type: "integer" } },
      { "A.2": "2", "A.1": "1", "A.10": "10" },
      [1, 2, 10],
    ],
    [
      "a list that the sample shows as JSON",
      { name: "A", type: "array", required: false, items: { type: "string" } },
      { A: '["a"]' },
      ["a"],
    ],
    [
      "a list joined by commas",
      { name: "A", type: "array", style: "comma", required: false, items: { type: "string" } },
      { A: "a,b" },
      ["a", "b"],
    ],
    [
      "an object in parts",
      { name: "A", type: "object", required: false, members: [{ name: "B", ...text }] },
      { "A.B": "b" },
      { B: "b" },
    ],
    [
      "a map",
      { name: "A", type: "map", required: false, values: { type: "string" } },
      { "A.x": "1", "A.y": "2" },
      { x: "1", y: "2" },
    ],
  ])("%s", (_, member, parameters, value) => {
    expect(readRequest(new Map(Object.entries(parameters)), requestOf(member))).toEqual({
      request: { A: value },
      left: [],
    });
  });

  test("what no row has is left over", () => {
    const { left } = readRequest(new Map([["B", "1"]]), requestOf({ name: "A", ...text }));

    expect(left).toEqual(["B"]);
  });
});
