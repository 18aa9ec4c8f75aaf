import { describe, expect, test } from "vitest";
import { type AnswerShape, shapeAnswer } from "../../src/runtime/responses/shape-answer.ts";

const port: AnswerShape = { FromPort: "number", Open: "boolean" };

describe("an answer takes the kinds of its page, as far as nothing is lost", () => {
  test.each<[idea: string, shape: AnswerShape, came: unknown, read: unknown]>([
    ["a number that came as text", "number", "20", 20],
    ["a fraction", "number", "-0.5", -0.5],
    ["a text that came as number", "string", 20, "20"],
    ["a text that came as true", "string", true, "true"],
    ["a boolean that came as text", "boolean", "False", false],
    ["digits that a number would round stay", "long", "9007199254740993", "9007199254740993"],
    ["digits that it would not become a number", "long", "9007199254740991", 9007199254740991],
    ["what is no number stays", "number", "many", "many"],
    ["nothing is no number", "number", "", ""],
    ["what is no boolean stays", "boolean", "yes", "yes"],
    ["null stays", "string", null, null],
    ["a text that came as JSON", "string", { a: [1] }, '{"a":[1]}'],
    [
      "a list without its wrapper",
      { Port: [port] },
      [{ FromPort: "1" }],
      { Port: [{ FromPort: 1 }] },
    ],
    ["an item without its wrapper", { Port: [port] }, { FromPort: 1 }, { Port: [{ FromPort: 1 }] }],
    ["a list for an object of several members stays", port, [1], [1]],
    ["a kind that no page tells", "any", "20", "20"],
    ["a list", ["number"], ["20", 21], [20, 21]],
    ["a list of one that came alone", ["number"], "20", [20]],
    ["a list of one object that came alone", [port], { FromPort: "20" }, [{ FromPort: 20 }]],
    ["a list inside a wrapper", [port], { Port: [{ FromPort: "1" }] }, [{ FromPort: 1 }]],
    ["a list of one inside a wrapper", ["string"], { Id: "a" }, ["a"]],
    ["an empty element for a list", [port], "", []],
    ["no list at all stays", [port], null, null],
    ["an object", port, { FromPort: "20", Open: "true" }, { FromPort: 20, Open: true }],
    ["members that no page knows stay", port, { Other: "20" }, { Other: "20" }],
    ["an empty element for an object", port, "", {}],
    ["a map", ["map", "number"], { a: "1" }, { a: 1 }],
    ["an empty element for a map", ["map", "number"], "", {}],
  ])("%s", (_, shape, came, read) => {
    expect(shapeAnswer(came, shape)).toEqual(read);
  });
});

test("a member called __proto__ is a member like others", () => {
  const came: unknown = JSON.parse('{ "__proto__": "20" }');

  const read = shapeAnswer(came, { ["__proto__"]: "number" });

  expect(JSON.stringify(read)).toBe('{"__proto__":20}');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test("an object where a text is documented is JSON, but stays an object where it is too deep for that", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown;

  expect(shapeAnswer({ A: { B: 1 } }, { A: "string" })).toEqual({ A: '{"B":1}' });
  // Comparing them in full would need a stack of that depth, too.
  expect((shapeAnswer({ A: deep }, { A: "string" }) as { A: unknown }).A).toBe(deep);
});

test("members that objects have by themselves are not taken for those of an answer", () => {
  const shape = JSON.parse('{"__proto__": "number", "constructor": "number"}') as AnswerShape;
  const value = JSON.parse('{"__proto__": "1", "constructor": "2"}') as object;

  expect(Object.entries(shapeAnswer(value, shape) as object)).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
  ]);
  expect(shapeAnswer({}, shape)).toEqual({});
});
