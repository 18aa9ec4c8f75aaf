import { describe, expect, test } from "vitest";
import { callShape } from "../../../src/derive/nesting/call-shape.ts";
import { show } from "./shapes.ts";

const start = "https://tides.example.com/?Action=AddStations";

describe("the shape of a sample call", () => {
  test.each([
    ["single values", "&Coast=north", "Coast: ?"],
    ["lists by numbers", "&Coasts.1=north&Coasts.2=south", "Coasts: [?]"],
    ["lists by letters", "&Coasts.N=north", "Coasts: [?]"],
    [
      "lists of objects",
      "&Stations.1.Name=Skerry&Stations.1.Depth=2",
      "Stations: [{Name: ?, Depth: ?}]",
    ],
    ["objects", "&Place.Coast=north", "Place: {Coast: ?}"],
    ["parameters on lines of their own", "\n&Coast=north\n&Mile=2", "Coast: ?, Mile: ?"],
    ["a text of JSON", '&Place={"Mile": 2}', "Place: text {Mile: integer}"],
    ["a text of JSON with percent signs", "&Marks=%5B%22low%22%5D", "Marks: text [string]"],
    ["a text of broken JSON", "&Marks=['low',]", "Marks: text [string]"],
    ["an ampersand in a value", "&Name=a&1&Mile=2", "Name: ?, Mile: ?"],
    ["no placeholder for the others", "&Coast=north&<common parameters>", "Coast: ?"],
    ["no name with an empty part", "&Place..Coast=north&Mile=2", "Mile: ?"],
  ])("has %s", (_, parameters, members) => {
    const shape = callShape([start + parameters]);

    expect(shape && show(shape)).toBe(`~{Action: ?, ${members}}`);
  });

  test("has what all calls show", () => {
    const shape = callShape([`${start}&Coast=north`, `${start}&Mile=2`]);

    expect([...(shape?.members.keys() ?? [])]).toEqual(["Action", "Coast", "Mile"]);
  });

  test("goes no deeper than names do", () => {
    const shape = callShape([`A${".B".repeat(50)}=1`]);

    expect(shape && show(shape).split("{")).toHaveLength(21);
  });
});

test.each([
  ["no call", []],
  ["a call without parameters", ["https://tides.example.com/"]],
])("%s has no shape", (_, texts) => {
  expect(callShape(texts)).toBeUndefined();
});
