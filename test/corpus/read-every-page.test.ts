import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { readOperationPage } from "../../src/read-operation-page.ts";
import { createSource } from "../../src/text/source.ts";

const corpus = process.env.DOCWRIGHT_CORPUS ?? "";
const pages =
  corpus === ""
    ? []
    : readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) =>
        path.endsWith(".md"),
      );

test("reads every page of the corpus, and can show all that it finds", (context) => {
  if (corpus === "") {
    context.skip("DOCWRIGHT_CORPUS names no folder of pages");
    return;
  }
  expect(pages).not.toEqual([]);
  for (const path of pages) {
    const source = createSource(path, readFileSync(join(corpus, path), "utf8"));
    const diagnostics: Diagnostic[] = [];
    expect(() => {
      readOperationPage(source, { page: path }, createReporter(source, diagnostics));
      diagnostics.forEach(renderDiagnostic);
    }, path).not.toThrow();
  }
});
