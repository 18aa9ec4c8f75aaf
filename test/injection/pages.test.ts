import { describe, expect, test } from "vitest";
import { readText } from "../corpus/read-text.ts";
import { fillLimits, type Limits } from "../../src/text/limits.ts";
import { createSource } from "../../src/text/source.ts";
import { pagePositions, pageWith } from "./page-positions.ts";
import { expectShowable, runSpec } from "./run-spec.ts";
import { payloads } from "../emit/payloads.ts";
import { texts } from "./texts.ts";

describe("a text on a page", () => {
  test.each(pagePositions)("at $where stays a text", async ({ withText }) => {
    let runs = 0;
    for (const text of texts) {
      await runPage(withText(text));
      runs += 1;
    }

    expect(runs).toBe(texts.length);
  });

  test.each(pagePositions)("at $where, letter by letter, stays a text", async ({ withText }) => {
    let runs = 0;
    for (const text of payloads) {
      await runPage(withText(asReferences(text)));
      runs += 1;
    }

    expect(runs).toBe(payloads.length);
  });
});

test("a page of harmless texts is read without a finding", async () => {
  expect(await runPage(pageWith({}))).toBe("emitted");
});

test.each(["*/CANARY();/*", "${CANARY()}`", "\\\u2028CANARY"])(
  "a cell of a megabyte of %j stays a text",
  async (text) => {
    const cell = text.repeat(1_000_000 / text.length);
    const page = pageWith({ description: cell, example: cell });

    expect(await runPage(page)).toBe("refused");
    expect(await runPage(page, { cellCharacters: 2_000_000 })).toBe("emitted");
  },
);

test("a table of 10,000 columns of code stays a table", async () => {
  const titles = "|*/CANARY();/*".repeat(10_000);

  const page = pageWith({ columnTitle: `Description${titles}` });

  expect(await runPage(page)).toBe("refused");
  expect(await runPage(page, { columns: 20_000 })).toBe("refused");
});

/** What specs have been run already: many places on a page say nothing to them. */
const seen = new Set<string>();

/** A page → spec → package. A page with an error gets no spec, and it is said why. */
async function runPage(page: string, limits: Partial<Limits> = {}): Promise<"emitted" | "refused"> {
  const source = createSource("pages/page.md", page, fillLimits(limits));
  const { operation, diagnostics } = readText(source);
  expectShowable(diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return "refused";
  if (operation === undefined) return expect.fail("nothing says why there is no operation");
  const content = JSON.stringify(operation);
  if (seen.has(content)) return "emitted";
  seen.add(content);
  // What no finding speaks against is a spec.
  expect(await runSpec(operation)).toBe("emitted");
  return "emitted";
}

/** A text that no Markdown takes for its own, and that comes to the spec as it is. */
function asReferences(text: string): string {
  return text.replaceAll(/[^]/gu, (character) => `&#${String(character.codePointAt(0))};`);
}
