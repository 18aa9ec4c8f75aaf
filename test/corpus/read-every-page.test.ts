import { expect, test } from "vitest";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";
import { readFolder } from "./read-folder.ts";

test("reads every page of the corpus, and can show all that it finds", (context) => {
  if (corpus === "") {
    context.skip(noCorpus);
    return;
  }
  let pages = 0;
  for (const { derived } of readFolder([corpus])) {
    pages += 1;
    derived?.diagnostics.forEach((diagnostic) => renderDiagnostic(diagnostic));
  }
  expect(pages).toBeGreaterThan(2_000);
});
