import { resolve, sep } from "node:path";
import { createSiblings } from "./derive/siblings/create-siblings.ts";
import { gatherEvidence } from "./derive/siblings/gather-evidence.ts";
import type { PageEvidence, Siblings } from "./derive/siblings/page-evidence.ts";
import { createReporter } from "./diagnostics/create-reporter.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { FoundPage } from "./find-pages.ts";
import type { Page } from "./page/page.ts";
import { readPageFile } from "./read-page-file.ts";
import { parsePage } from "./read-operation-page.ts";

/** A page whose facts have been read, and what the others say about it. */
export interface ReadPage {
  readonly found: FoundPage;
  readonly page: Page;
  readonly siblings: Siblings;
  /** What was found in it so far. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads pages together, for one page may say what another leaves out. Each is let go of once it has been
 * taken: a vendor has thousands.
 */
export async function readPages(
  found: readonly FoundPage[],
  diagnostics: Diagnostic[],
): Promise<Iterable<ReadPage>> {
  const pages: (Omit<ReadPage, "siblings"> & { readonly evidence: PageEvidence })[] = [];
  for (const one of found) {
    const source = await readPageFile(one.path, diagnostics);
    if (source === undefined) continue;
    const own: Diagnostic[] = [];
    const page = parsePage(source, createReporter(source, own));
    const evidence = gatherEvidence(page, resolve(one.path).split(sep).join("/"));
    pages.push({ found: one, page, diagnostics: own, evidence });
  }
  const siblingsOf = createSiblings(pages.map(({ evidence }) => evidence));
  return (function* take() {
    pages.reverse();
    for (let next = pages.pop(); next !== undefined; next = pages.pop()) {
      const { evidence, ...page } = next;
      yield { ...page, siblings: siblingsOf(evidence) };
    }
  })();
}
