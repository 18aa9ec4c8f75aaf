import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../src/api/extract.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { corpus, noCorpus, noRepositories, pagePaths, repositories } from "./corpus-pages.ts";

const roots = [
  { variable: "DOCWRIGHT_CORPUS", root: corpus, none: noCorpus },
  { variable: "DOCWRIGHT_REPOSITORIES", root: repositories, none: noRepositories },
];

describe.each(roots)("every page of each product in $variable", ({ root, none }) => {
  test("is used, second, refused or a guide, and what is not used says why", async (context) => {
    if (root === "") {
      context.skip(none);
      return;
    }
    for (const product of readdirSync(root)) {
      const folder = join(root, product);
      const { pages, specs, diagnostics } = await extract({ pages: [folder], out: folderWith({}) });
      const silent = pages.filter(({ state, reason = "" }) => state !== "used" && reason === "");

      expect([product, pages.length]).toEqual([product, pagePaths(folder).length]);
      expect([product, silent]).toEqual([product, []]);
      expect(pages.filter(({ state }) => state === "used")).toHaveLength(specs.length);
      for (const one of diagnostics) expect(renderDiagnostic(one)).toContain(one.code);
    }
  });
});
