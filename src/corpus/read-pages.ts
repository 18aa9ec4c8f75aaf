import { resolve, sep } from "node:path";
import { createSiblings } from "../derive/siblings/create-siblings.ts";
import { gatherEvidence } from "../derive/siblings/gather-evidence.ts";
import type { Siblings } from "../derive/siblings/page-evidence.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { FoundPage } from "./find-pages.ts";
import type { Page } from "../page/page.ts";
import { readPageFile } from "./read-page-file.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
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
 * Reads pages together, for one page may say what another leaves out. Each is read twice, first for what
 * it says to the others: reading takes little time, and thousands of pages take much memory.
 */
export function* readPages(
  found: readonly FoundPage[],
  diagnostics: Diagnostic[],
  limits: Limits = defaultLimits,
  progress: Progress = () => undefined,
): Generator<ReadPage> {
  // A page is done when it has been read twice.
  const report = (readings: number) => {
    progress(Math.floor(readings / 2), found.length, "pages");
  };
  const readable = found.flatMap((one, index) => {
    report(index);
    const source = readPageFile(one.path, limits, diagnostics);
    if (source === undefined) return [];
    const page = parsePage(source, () => undefined);
    return { found: one, evidence: gatherEvidence(page, resolve(one.path).split(sep).join("/")) };
  });
  const siblingsOf = createSiblings(readable.map(({ evidence }) => evidence));
  for (const [index, { found: one, evidence }] of readable.entries()) {
    report(found.length + index);
    const source = readPageFile(one.path, limits, diagnostics);
    if (source === undefined) continue;
    const own: Diagnostic[] = [];
    const page = parsePage(source, createReporter(source, own));
    yield { found: one, page, siblings: siblingsOf(evidence), diagnostics: own };
  }
}
