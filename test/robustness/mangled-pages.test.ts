import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, test } from "vitest";
import { corpus, noCorpus, pagePaths, pageText } from "../corpus/corpus-pages.ts";
import { generatedPage } from "./generated-page.ts";
import { mutation } from "./mutation.ts";
import { propertyRuns } from "./property-runs.ts";
import { expectReadable } from "./read-mangled.ts";

const ownPages = ["../../specs", "../markdown/fixtures"].flatMap((folder) =>
  pagePaths(fileURLToPath(new URL(folder, import.meta.url))),
);

/**
 * Reading never throws, finds the same twice, points into the page with all that it finds, and loses no
 * row of a table without a word.
 */
describe("a page is read, however mangled", { timeout: 300_000 }, () => {
  test("of this repository", () => {
    fc.assert(mangled(ownPages), propertyRuns(corpus === "" ? 20_000 : 5000));
  });

  test("of the corpus", (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    fc.assert(mangled(pagePaths(corpus)), propertyRuns(15_000));
  });

  test("that was made up", () => {
    fc.assert(fc.property(generatedPage, expectReadable), propertyRuns(3000));
  });

  test("that was made up, and mangled", () => {
    const property = fc.property(generatedPage, mutation, (page, mangle) => {
      expectReadable(mangle(page));
    });

    fc.assert(property, propertyRuns(3000));
  });

  test("that is no page at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectReadable),
      propertyRuns(1000),
    );
  });
});

function mangled(paths: readonly string[]) {
  return fc.property(fc.constantFrom(...paths), mutation, (path, mangle) => {
    expectReadable(mangle(pageText(path)));
  });
}
