import { describe, expect, test } from "vitest";
import { code } from "../../src/emit/emitters/code.ts";
import { printNames, printWrites } from "../../src/emit/print-writes.ts";
import type { PropertyModel, TypeModel } from "../../src/model/package-model.ts";
import { property, range, shape } from "./property.ts";

const object: TypeModel = { kind: "object", style: "flat", shape: range };

describe("a member of a request is written", () => {
  const cases: readonly (readonly [
    title: string,
    { readonly given: PropertyModel; readonly want: string },
  ])[] = [
    [
      "as text",
      { given: property({ kind: "string" }), want: 'to.string("Name", request.Name, "required");' },
    ],
    [
      "where it is given, if it is optional",
      {
        given: property({ kind: "boolean" }, { member: { required: false } }),
        want: 'to.boolean("Name", request.Name, "optional");',
      },
    ],
    [
      "by what it is, where nothing is known of it",
      {
        given: property({ kind: "unknown", style: "flat" }),
        want: 'to.any("Name", request.Name, "required");',
      },
    ],
    [
      "as JSON, where nothing else is known of it",
      {
        given: property({ kind: "unknown", style: "json" }),
        want: 'writeJson(to, "Name", request.Name, "required");',
      },
    ],
    [
      "from the client, where the request leaves it out",
      {
        given: property({ kind: "string" }, { optional: true, member: { filledBy: "regionId" } }),
        want: 'to.filled("Name", request.Name, "regionId", "required");',
      },
    ],
    [
      "as an object",
      { given: property(object), want: 'writePortRange(to, "Name", request.Name, "required");' },
    ],
    [
      "as an object in JSON",
      {
        given: property({ kind: "object", style: "json", shape: range }),
        want: 'writeJson(to, "Name", request.Name, "required", writePortRange);',
      },
    ],
    [
      "as a list of objects",
      {
        given: property({ kind: "list", style: "flat", items: object }),
        want: 'to.list("Name", request.Name, "required", writePortRange);',
      },
    ],
    [
      "as a list of lists",
      {
        given: property({
          kind: "list",
          style: "flat",
          items: { kind: "list", style: "flat", items: { kind: "long" } },
        }),
        want: 'to.list("Name", request.Name, "required", (to, key, value) => to.list(key, value, "required", (to, key, value) => to.long(key, value, "required")));',
      },
    ],
    [
      "as a list in JSON",
      {
        given: property({ kind: "list", style: "json", items: { kind: "string" } }),
        want: 'writeJson(to, "Name", request.Name, "required", (to, key, value) => to.list(key, value, "required", (to, key, value) => to.string(key, value, "required")));',
      },
    ],
    [
      "as a list joined by commas",
      {
        given: property({ kind: "list", style: "comma", items: { kind: "integer" } }),
        want: 'writeCommas(to, "Name", request.Name, "required", (to, key, value) => to.integer(key, value, "required"));',
      },
    ],
    [
      "as a map",
      {
        given: property({ kind: "map", style: "flat", values: { kind: "number" } }),
        want: 'to.map("Name", request.Name, "required", (to, key, value) => to.number(key, value, "required"));',
      },
    ],
    [
      "with what it is held to",
      {
        given: property({ kind: "string", limits: "nameLimits" }),
        want: 'to.string("Name", request.Name, "required", nameLimits);',
      },
    ],
    [
      "with what it is held to, if it is from the client, too",
      {
        given: property(
          { kind: "string", limits: "nameLimits" },
          { member: { filledBy: "regionId" } },
        ),
        want: 'to.filled("Name", request.Name, "regionId", "required", nameLimits);',
      },
    ],
    [
      "as a list that is held to something, as its items are",
      {
        given: property({
          kind: "list",
          style: "flat",
          limits: "namesLimits",
          items: { kind: "string", limits: "nameLimits" },
        }),
        want: 'to.list("Name", request.Name, "required", (to, key, value) => to.string(key, value, "required", nameLimits), namesLimits);',
      },
    ],
    [
      "under any name",
      {
        given: property({ kind: "string" }, { member: { name: 'a-"b' } }),
        want: `to.string('a-"b', request['a-"b'], "required");`,
      },
    ],
    [
      "only if it is its own",
      {
        given: property({ kind: "string" }, { member: { name: "constructor" } }),
        want: 'to.string("constructor", Object.hasOwn(request, "constructor") ? request.constructor : undefined, "required");',
      },
    ],
  ];

  test.each(cases)("%s", (_, { given, want }) => {
    expect(printWrites(shape([given]), code`request`)).toEqual([want]);
  });
});

test("a member inside a list is written under the key of its item", () => {
  expect(printWrites(range, code`value`)).toEqual([
    'to.integer(`${key}.From`, value.From, "required");',
  ]);
});

test("no name gets out of the key that it is a part of", () => {
  const name = "a`${b}\\";
  const inner = shape([property({ kind: "string" }, { member: { name } })], { path: "A" });

  expect(printWrites(inner, code`value`)).toEqual([
    'to.string(`${key}.a\\`\\${b}\\\\`, value["a`${b}\\\\"], "required");',
  ]);
});

test("an object written member by member has to have a writer", () => {
  const given = property({ kind: "object", style: "flat", shape: shape([], { path: "A" }) });

  expect(() => printWrites(shape([given]), code`request`)).toThrow("without a writer");
});

test("the names of members are a list", () => {
  const names = ["A", 'b"c'].map((name) => property({ kind: "string" }, { member: { name } }));

  expect(printNames(shape(names))).toBe(`["A", 'b"c']`);
  expect(printNames(shape([]))).toBe("[]");
});
