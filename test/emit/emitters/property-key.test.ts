import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { code } from "../../../src/emit/emitters/code.ts";
import { propertyAccess, propertyKey } from "../../../src/emit/emitters/property-key.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test("each text comes back as the key of an object literal", () => {
  for (const text of texts) {
    const object = evaluate(`{ ${propertyKey(text)}: 1 }`) as object;

    expect(Object.keys(object)).toEqual([text]);
  }
});

test("each text is read as the name of a property", () => {
  for (const text of texts) {
    const object = `JSON.parse(${JSON.stringify(JSON.stringify([[text, 1]]))})`;
    const value = code`value`;
    const read = `((value) => ${propertyAccess(value, text)})(Object.fromEntries(${object}))`;

    expect(runInNewContext(read)).toBe(1);
  }
});

test.each([
  ["Name", "Name"],
  ["a-b", '"a-b"'],
  ["1", '"1"'],
  ["class", "class"],
  ["", '""'],
  ["名", "名"],
  ["\u{20000}", '"\\ud840\\udc00"'],
  ["名-", '"名-"'],
  ["__proto__", '["__proto__"]'],
])("the key %j is written %s", (name, expected) => {
  expect(propertyKey(name)).toBe(expected);
});

test.each([
  ["Name", "value.Name"],
  ["a-b", 'value["a-b"]'],
])("the property %j is read as %s", (name, expected) => {
  expect(propertyAccess(code`value`, name)).toBe(expected);
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "of what every object has, %s is read only where it was given",
  (name) => {
    const read = propertyAccess(code`value`, name);

    expect(runInNewContext(`((value) => ${read})({})`)).toBeUndefined();
  },
);
