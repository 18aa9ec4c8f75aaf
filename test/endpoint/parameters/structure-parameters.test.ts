import { expect, test } from "vitest";
import { structureParameters } from "../../../src/endpoint/parameters/structure-parameters.ts";
import { createThing } from "../create-thing.ts";

test.each<[string, Record<string, string>, object]>([
  ["single values", { Name: "shoe", Public: "true" }, { Name: "shoe", Public: "true" }],
  [
    "a flat list of more than nine",
    Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`Ports.${at + 1}.From`, `${at}`])),
    { Ports: Array.from({ length: 11 }, (_, at) => ({ From: `${at}` })) },
  ],
  ["joined values", { Zones: "1,2" }, { Zones: ["1", "2"] }],
  ["a JSON text", { Rules: '[{"Key":"a","Count":1}]' }, { Rules: [{ Key: "a", Count: 1 }] }],
  ["a map", { "Labels.a.b": "x", "Labels.c": "y" }, { Labels: { "a.b": "x", c: "y" } }],
  ["an empty text", { Size: "" }, {}],
])("%s are structured", (_, parameters, value) => {
  const given = new Map(Object.entries(parameters));

  expect(structureParameters(createThing.request, given)).toEqual(value);
});
