import { expect, test } from "vitest";
import { validateParameters } from "../../../src/endpoint/parameters/validate-parameters.ts";
import { createThing, leastParameters } from "../create-thing.ts";

function check(parameters: Record<string, string | undefined>) {
  const all: Record<string, string | undefined> = { ...leastParameters, ...parameters };
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return validateParameters(createThing, new Map(given));
}

test.each<[string, Record<string, string | undefined>]>([
  ["the least", {}],
  ["a text of characters beyond the first plane", { Name: "\u{20000}\u{20001}" }],
  [
    "eight characters that are twelve UTF-16 units",
    { Name: "abcd\u{20000}\u{20001}\u{20002}\u{20003}" },
  ],
  ["a value of an open set that is not on the page", { Size: "huge" }],
  ["an optional text that is empty", { Size: "", Kind: "" }],
  ["a boolean", { Public: "false" }],
  ["a number with an exponent", { Weight: "-1.5e-3" }],
  ["a time", { Since: "2026-01-02T03:04Z" }],
  ["joined numbers", { Zones: "1,2" }],
  ["no joined numbers", { Zones: "" }],
  ["a JSON text", { Rules: '[{"Key":"a","Count":9007199254740993},{"Key":"b","Count":null}]' }],
  ["map keys with dots", { "Labels.a.b": "x", "Labels.__proto__": "y" }],
  [
    "an item whose members are the same, as they have to be",
    { Kind: "http", Host: "h", "Ports.1.To": "20" },
  ],
])("%s is well formed", (_, parameters) => {
  expect(check(parameters)).toBeUndefined();
});

test.each<[string, Record<string, string | undefined>, string, string]>([
  [
    "a required text left out",
    { Name: undefined },
    "MissingName",
    "Name is mandatory for this action.",
  ],
  ["a required text left empty", { Name: "" }, "MissingName", "Name is mandatory for this action."],
  [
    "a required list left out",
    { "Ports.1.From": undefined, "Ports.1.To": undefined },
    "MissingPorts",
    "Ports is mandatory for this action.",
  ],
  [
    "a required member of an item left out",
    { "Ports.1.To": undefined },
    "MissingParameter",
    "Ports.1.To is mandatory for this action.",
  ],
  [
    "a required member of a JSON object left out",
    { Rules: '[{"Count":1}]' },
    "MissingParameter",
    "Rules[0].Key is mandatory for this action.",
  ],
  [
    "a member that this case needs left out",
    { Kind: "http", "Ports.1.To": "20" },
    "MissingHost",
    "Host is mandatory for this action.",
  ],
])("%s is missing", (_, parameters, code, message) => {
  expect(check(parameters)).toEqual({ status: 400, code, message });
});

test.each<[string, Record<string, string>, string]>([
  ["an unknown parameter", { Nmae: "x" }, "Nmae is not valid: this action has no such parameter"],
  [
    "a name of other letter case",
    { "ports.1.From": "1" },
    "ports.1.From is not valid: this action has no",
  ],
  [
    "an unknown member of an item",
    { "Ports.1.Form": "1" },
    "Ports.1.Form is not valid: this action has no",
  ],
  [
    "an unknown member of a JSON object",
    { Rules: '[{"Key":"a","Kye":1}]' },
    "Rules[0].Kye is not valid: this action has no",
  ],
  ["something below a single value", { "Size.1": "x" }, "Size.1 is not valid: this action has no"],
  ["a dot at the end", { "Size.": "x" }, "Size. is not valid: this action has no"],
  ["a list as one value", { Ports: "[]" }, "Ports is not valid: it is written as Ports.1"],
  ["an index of 0", { "Ports.0.From": "1" }, "Ports.0.From is not valid: this action has no"],
  ["an index with a zero before it", { "Ports.01.From": "1" }, "Ports.01.From is not valid"],
  [
    "a hole in a list",
    { "Ports.3.From": "1", "Ports.3.To": "1" },
    "Ports is not valid: its items are numbered from 1 without a gap, and 2 is missing",
  ],
  [
    "text for an integer",
    { "Ports.1.From": "x" },
    "Ports.1.From is not valid: it is not an integer",
  ],
  [
    "a fraction for an integer",
    { "Ports.1.To": "1.0" },
    "Ports.1.To is not valid: it is not an integer",
  ],
  [
    "a number as JavaScript writes it",
    { "Ports.1.To": "1e+21" },
    "Ports.1.To is not valid: it is not an integer",
  ],
  [
    "an integer beyond 64 bits",
    { "Ports.1.To": "9223372036854775808" },
    "Ports.1.To is not valid: it is not an integer",
  ],
  ["nothing for a boolean", { Public: "" }, "Public is not valid: it is neither true nor false"],
  ["NaN", { Weight: "NaN" }, "Weight is not valid: it is not a number"],
  [
    "a number above the range",
    { "Ports.1.From": "65536" },
    "Ports.1.From is not valid: it is 65536, the most is 65535",
  ],
  ["a text too short", { Name: "a" }, "Name is not valid: it has 1 characters, the least is 2"],
  [
    "a text too long",
    { Name: "abcdefghi" },
    "Name is not valid: it has 9 characters, the most is 8",
  ],
  ["a text of which a part matches", { Name: "ab cd" }, "Name is not valid: it does not match"],
  [
    "a text of which one alternative matches the start",
    { Name: "-ab" },
    "Name is not valid: it does not match",
  ],
  ["a value outside a closed set", { Kind: "udp" }, "Kind is not valid: it is none of tcp, http"],
  [
    "a time as JavaScript writes it",
    { Since: "Thu Jan 01 1970" },
    "Since is not valid: it is not a time",
  ],
  ["a joined value of another type", { Zones: "1,x" }, "Zones is not valid: it is not an integer"],
  ["a JSON text that is none", { Rules: "[{" }, "Rules is not valid: it is not a JSON text"],
  ["a JSON object for a list", { Rules: "{}" }, "Rules is not valid: it is not a JSON list"],
  [
    "a JSON object for a text",
    { Rules: '[{"Key":{}}]' },
    "Rules[0].Key is not valid: it is not a string",
  ],
  [
    "a member that has to be the same as another, and is not",
    { Kind: "http", Host: "h" },
    "Ports.1.To is not valid: it has to be the same as Ports.1.From",
  ],
])("%s is not well formed", (_, parameters, message) => {
  expect(check(parameters)).toMatchObject({
    status: 400,
    code: "InvalidParameter",
    message: expect.stringContaining(`The specified parameter ${message}`) as unknown,
  });
});

test("a list has no more items than the page allows", () => {
  const items = Array.from({ length: 13 }, (_, at) => [
    [`Ports.${at + 1}.From`, "1"],
    [`Ports.${at + 1}.To`, "1"],
  ]);

  expect(check(Object.fromEntries(items.flat()) as Record<string, string>)).toMatchObject({
    message: "The specified parameter Ports is not valid: it has 13 items, the most is 12.",
  });
});

test("what is missing is said before what is malformed", () => {
  expect(check({ Kind: "udp", "Ports.1.To": undefined })).toMatchObject({
    code: "MissingParameter",
  });
});

test("a message repeats but the beginning of a long name", () => {
  const message = check({ ["x".repeat(100_000)]: "1" })?.message ?? "";

  expect(message.length).toBeLessThan(300);
});
