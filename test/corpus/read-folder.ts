import type { Identity } from "../../src/config/project.ts";
import { resolveProject } from "../../src/config/resolve-project.ts";
import { derivePages, type PageMeaning } from "../../src/corpus/derive-pages.ts";
import { findPages } from "../../src/corpus/find-pages.ts";
import { groupPages } from "../../src/corpus/group-pages.ts";
import { noCache } from "../../src/corpus/page-cache.ts";
import { readPages } from "../../src/corpus/read-pages.ts";

/** Takes pages, or folders of pages, down the road that a build takes; each page is derived by itself. */
export function readFolder(paths: readonly string[], fallback?: Identity): Generator<PageMeaning> {
  const project = resolveProject({}, process.cwd(), { pages: paths });
  const { limits } = project;
  const pages = readPages(findPages(project, []), { limits, cache: noCache }, []);
  const grouped = groupPages(project, pages, () => fallback);
  return derivePages({ pages, ...grouped }, project);
}
