import { describe, expect, test } from "vitest";
import { mapLines } from "../../src/spec/map-lines.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { everyShape } from "./every-shape.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { operationWith, text } from "./operation-with.ts";
import { reread } from "./reread.ts";

describe("an operation that is written", () => {
  test("has its keys in one order, prose as blocks, and small facts on one line", async () => {
    await expect(writeOperation(everyShape)).toMatchFileSnapshot("every-shape.golden.yaml");
  });

  test("is read as it was, with its positions", () => {
    expect(reread(everyShape)).toEqual(everyShape);
  });

  test("is the same text wherever its facts stand on the page", () => {
    const moved = mapLines(everyShape, (_, __, line) => line && line + 100);

    expect(moved).not.toEqual(everyShape);
    expect(writeOperation(moved)).toBe(writeOperation(everyShape));
    expect(writeOperation(everyShape)).not.toMatch(/\bline:/);
  });

  test("is the same text when it is written again", () => {
    const written = writeOperation(everyShape);

    expect(writeOperation(reread(everyShape))).toBe(written);
  });

  test("is the same text whatever order its keys had", () => {
    const shuffled = Object.fromEntries(Object.entries(everyShape).reverse());

    expect(writeOperation(shuffled as unknown as Operation)).toBe(writeOperation(everyShape));
  });
});

describe("a hostile text comes back exactly", () => {
  const titled = hostileTexts.map((hostile) => [JSON.stringify(hostile).slice(0, 40), hostile]);

  test.each(titled)("%s", (_, hostile) => {
    const operation = operationWith({
      page: hostile,
      summary: hostile,
      request: [
        text(`name ${hostile}`, {
          example: hostile,
          description: hostile,
          format: hostile,
          default: { value: hostile, line: 1 },
          enum: { closed: false, values: [{ value: hostile, meaning: hostile }] },
          conditions: [
            { kind: "onlyWhen", when: { member: `name ${hostile}`, in: [hostile, 1, true] } },
          ],
        }),
      ],
      errors: [{ code: `code ${hostile}`, message: hostile, meaning: hostile }],
      samples: [{ kind: "json", line: 1, text: hostile }],
    });
    const written = writeOperation(operation);

    expect(reread(operation)).toEqual(operation);
    expect(Buffer.from(written).toString()).toBe(written);
  });
});

describe("values keep their kind", () => {
  test.each([
    ["1", 1],
    ["true", true],
    ["1.0", 1.5],
    ["", -0],
    ["1e21", 1e21],
  ])("text %j and %j", (words, value) => {
    const values = [{ value: words }, { value }];
    const operation = operationWith({
      request: [{ name: "A", type: "any", required: true, enum: { closed: true, values } }],
    });

    expect(reread(operation)).toEqual(operation);
  });
});
