import { expect, test } from "vitest";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { readOperationPage } from "../../src/corpus/read-operation-page.ts";
import { createSource } from "../../src/text/source.ts";
import { corpus, noCorpus, pagePaths, pageText } from "./corpus-pages.ts";

test("reads every page of the corpus, and can show all that it finds", (context) => {
  if (corpus === "") {
    context.skip(noCorpus);
    return;
  }
  const pages = pagePaths(corpus);
  expect(pages).not.toEqual([]);
  for (const path of pages) {
    const source = createSource(path, pageText(path));
    const diagnostics: Diagnostic[] = [];
    expect(() => {
      readOperationPage(source, { page: path }, createReporter(source, diagnostics));
      diagnostics.forEach((diagnostic) => renderDiagnostic(diagnostic));
    }, path).not.toThrow();
  }
});
