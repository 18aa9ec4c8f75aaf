import { format } from "prettier";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { resolveProject } from "../../src/config/resolve-project.ts";
import { lintPages } from "../../src/lint/lint-pages.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";

test("counts what the corpus contradicts, by rule", async (context) => {
  if (corpus === "") {
    context.skip(noCorpus);
    return;
  }
  const diagnostics: Diagnostic[] = [];
  const { pages } = await lintPages(resolveProject({}, corpus, { pages: [corpus] }), diagnostics);
  const counts = new Map<string, number>([["pages", pages]]);
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

  const text = await format(JSON.stringify(Object.fromEntries(sorted)), { parser: "json" });
  await expect(text).toMatchFileSnapshot("lint/counts.json");
});
