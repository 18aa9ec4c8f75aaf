import { describe, expect, test } from "vitest";
import { operation } from "../../src/spec/operation-schema.ts";
import { toJSONSchema } from "zod";
import { stringify } from "yaml";
import type { Operation } from "../../src/spec/operation.ts";
import { runSpec, runYaml, type Outcome } from "./run-spec.ts";
import { specPositions } from "./spec-positions.ts";
import { texts } from "./texts.ts";

describe("a text in a spec", () => {
  test.each(specPositions)("at $where stays a text", async ({ where, withText }) => {
    // What is no type of ours has to be written by others.
    const run = /\b(?:type|kind)$/.test(where)
      ? (operation: Operation) => runYaml(stringify(operation), operation)
      : runSpec;
    const outcomes: Outcome[] = [];
    for (const text of texts) outcomes.push(await run(withText(text)));

    expect(outcomes).toHaveLength(texts.length);
  });
});

test("a text can stand nowhere else: each key of the schema that takes one has been tried", () => {
  const tried = specPositions.map(({ where }) => /\w+(?=[[\]]*$)/.exec(where)?.[0]);
  const keys = new Set(keysOfTexts(toJSONSchema(operation, { unrepresentable: "any" })));

  expect([...keys].filter((key) => !tried.includes(key))).toEqual([]);
});

/** The keys of a JSON Schema whose values are texts or lists of texts. */
function* keysOfTexts(schema: unknown): Generator<string> {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, inner] of Object.entries(schema)) {
    if (key === "properties") {
      for (const [name, value] of Object.entries(inner as object)) {
        if (takesText(value)) yield name;
      }
    }
    yield* keysOfTexts(inner);
  }
}

function takesText(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if ("type" in schema && schema.type === "string") return true;
  if ("items" in schema && takesText(schema.items)) return true;
  return "anyOf" in schema && Array.isArray(schema.anyOf) && schema.anyOf.some(takesText);
}
