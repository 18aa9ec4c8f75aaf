import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { code } from "../../../src/emit/emitters/code.ts";
import { jsonText } from "../../../src/emit/emitters/json-text.ts";
import { literal } from "../../../src/emit/emitters/literal.ts";
import { propertyAccess, propertyKey } from "../../../src/emit/emitters/property-key.ts";
import { stringLiteral } from "../../../src/emit/emitters/string-literal.ts";
import { templateText } from "../../../src/emit/emitters/template-text.ts";
import { hostileTexts } from "../../spec/hostile-texts.ts";
import { payloads } from "../payloads.ts";

const texts = [...hostileTexts, ...payloads];

/** Runs an expression where nothing is in reach. */
function evaluate(expression: string): unknown {
  return runInNewContext(`"use strict"; (${expression})`, Object.create(null) as object);
}

describe("each text comes back when its code is run", () => {
  test.each([
    ["as a string literal", stringLiteral],
    ["as a text of JSON", jsonText],
    ["between backquotes", (text: string) => `\`${templateText(text)}\``],
    [
      "between backquotes, after an expression",
      (text: string) => `\`\${""}${templateText(text)}\``,
    ],
  ])("%s", (_, print) => {
    for (const text of texts) expect(evaluate(print(text))).toBe(text);
  });

  test("as a text of JSON, also for a reader of JSON", () => {
    for (const text of texts) expect(JSON.parse(jsonText(text))).toBe(text);
  });

  test("as the key of an object literal", () => {
    for (const text of texts) {
      const object = evaluate(`{ ${propertyKey(text)}: 1 }`) as object;

      expect(Object.keys(object)).toEqual([text]);
    }
  });

  test("as the name of a property that is read", () => {
    for (const text of texts) {
      const object = `JSON.parse(${JSON.stringify(JSON.stringify([[text, 1]]))})`;
      const value = code`value`;
      const read = `((value) => ${propertyAccess(value, text)})(Object.fromEntries(${object}))`;

      expect(runInNewContext(read)).toBe(1);
    }
  });
});

test("a literal shows what is in it: nothing invisible, nothing that ends a line", () => {
  for (const text of texts) {
    expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  }
});

test.each([
  ["</script>", '"\\u003c/script>"'],
  ["<!--", '"\\u003c!--"'],
  ["//# sourceMappingURL=x", '"//\\u0023 sourceMappingURL=x"'],
  ["a < b # c", '"a < b # c"'],
])("%s is written so that no reader of files takes it for its own", (text, expected) => {
  expect(stringLiteral(text)).toBe(expected);
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

describe("numbers", () => {
  test.each([0, 1.5, -1, 1e21, Number.MAX_SAFE_INTEGER, 5e-324])("%d comes back", (number) => {
    expect(evaluate(literal(number))).toBe(number);
  });

  test.each([Infinity, -Infinity, NaN])("%d has no literal", (number) => {
    expect(() => literal(number)).toThrow("not a finite number");
  });
});

test.each([true, false])("%s comes back", (value) => {
  expect(evaluate(literal(value))).toBe(value);
});
