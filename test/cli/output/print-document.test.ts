import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/openapi/document.ts";
import { parse } from "yaml";
import { printDocument } from "../../../src/cli/output/print-document.ts";
import { printDocumentYaml } from "../../../src/cli/output/print-document-yaml.ts";

/** A list of lists, this deep. */
function nest(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = { A: [value] };
  return value;
}

describe("a printed document", () => {
  test("is what JSON.stringify prints with two spaces", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(printDocument(value as Json)).toBe(`${JSON.stringify(value, null, 2)}\n`);
      }),
    );
  });

  test("has its deepest values on a line each, and says the same", () => {
    const samples = Array.from({ length: 200 }, () => nest(200));

    const text = printDocument(samples);

    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(samples));
    expect(text.length).toBeLessThan(5_000_000);
  });

  test("is YAML of the same values, its deepest on a line each", () => {
    const value = { "2020-01-02": nest(25), Deep: [nest(60), nest(60)], Empty: [{}, []] };

    const text = printDocumentYaml(value);

    expect(parse(text)).toEqual(value);
    expect(text.split("\n").every((line) => line.length < 800)).toBe(true);
  });
});
