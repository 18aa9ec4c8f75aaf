import { expect, test } from "vitest";
import type { Json } from "../../../src/endpoint/wire/json.ts";
import { toShape } from "../../../src/endpoint/resources/to-shape.ts";
import type { Shape } from "../../../src/spec/operation.ts";

const protocol: Shape = {
  type: "string",
  enum: { closed: false, values: [{ value: "TCP" }, { value: "UDP" }] },
};
const pair: Shape = {
  type: "object",
  members: [
    { name: "Key", required: false, type: "string" },
    { name: "Count", required: false, type: "integer" },
  ],
};
const pairs: Shape = { type: "array", items: pair };

test.each<[string, Json, Shape, Json | undefined]>([
  ["a number", "20", { type: "integer" }, 20],
  ["a number that no double can hold", "9007199254740993", { type: "long" }, 9007199254740993n],
  ["a text where a number is", "many", { type: "integer" }, undefined],
  ["a boolean in any letter case", "True", { type: "boolean" }, true],
  ["a documented value in another letter case", "tcp", protocol, "TCP"],
  ["a value that is not documented", "quic", protocol, "quic"],
  ["members that the answer does not have", { Key: "k", Other: "o" }, pair, { Key: "k" }],
  ["a text where an object is", "k", pair, undefined],
  ["a list", [{ Key: "k", Count: "1" }], pairs, [{ Key: "k", Count: 1 }]],
  [
    "a list that the answer has in an object",
    [{ Key: "k" }],
    { type: "object", members: [{ name: "Pair", required: false, ...pairs }] },
    { Pair: [{ Key: "k" }] },
  ],
])("%s", (_, value, shape, expected) => {
  expect(toShape(value, shape)).toEqual(expected);
});

test("members that were not given stay as in the sample", () => {
  expect(toShape([{ Key: "k" }], pairs, [{ Key: "sample", Count: 3 }])).toEqual([
    { Key: "k", Count: 3 },
  ]);
});
