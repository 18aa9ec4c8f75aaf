import { resolve } from "node:path";
import type { Identity } from "../../src/config/project.ts";
import { resolveProject } from "../../src/config/resolve-project.ts";
import type { DerivedPage } from "../../src/corpus/derive-page.ts";
import { derivePages } from "../../src/corpus/derive-pages.ts";
import { groupPages } from "../../src/corpus/group-pages.ts";
import { noCache } from "../../src/corpus/page-cache.ts";
import { readPages } from "../../src/corpus/read-pages.ts";
import type { Source } from "../../src/text/source.ts";

const project = resolveProject({}, resolve("/project"));

/** Takes one page, which lies in no file, down the road that a build takes. */
export function readText(source: Source, fallback?: Identity): DerivedPage {
  const file = "specs/library-20200102/pages/page.md";
  const input = {
    path: resolve("/project", file),
    file,
    shown: "page.md",
    named: true,
    asked: true,
    productFolder: "library-20200102",
  };
  const options = { limits: source.limits, cache: noCache, load: () => source };
  const pages = readPages([input], options, []);
  const grouped = groupPages(project, pages, () => fallback);
  const [meaning] = derivePages({ pages, ...grouped }, project);
  if (meaning?.derived === undefined) throw new Error("the page was not derived");
  return meaning.derived;
}
