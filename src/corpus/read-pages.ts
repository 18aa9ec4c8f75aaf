import {
  packEvidence,
  unpackEvidence,
  type EvidenceJson,
} from "../derive/siblings/evidence-json.ts";
import { gatherEvidence } from "../derive/siblings/gather-evidence.ts";
import type { RankedEvidence } from "../derive/siblings/page-evidence.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { digest } from "../text/digest.ts";
import type { Limits } from "../text/limits.ts";
import { slashes } from "../text/slashes.ts";
import type { Source } from "../text/source.ts";
import type { InputPage } from "./find-pages.ts";
import { loadPage, readFacts, type PageFacts } from "./load-page.ts";
import type { CachedPage, PageCache } from "./page-cache.ts";

/** A page and its evidence for other pages. */
export interface KnownPage {
  readonly input: InputPage;
  readonly digest: string;
  readonly evidence: RankedEvidence;
  readonly packed: EvidenceJson;
  /** Exceeded limits of a page without an operation name; the unread part may name one. */
  readonly errors: readonly StoredDiagnostic[];
  /** The entry of an earlier run, if the page is unchanged. */
  readonly cached?: CachedPage;
  /**
   * Returns the page's facts, and reads them again if they were released; `undefined` if the page
   * is gone.
   */
  readonly facts: (diagnostics: Diagnostic[]) => PageFacts | undefined;
}

/** Options of reading pages. */
export interface ReadingOptions {
  readonly limits: Limits;
  readonly cache: PageCache;
  /** Known digests, by file. */
  readonly digests?: ReadonlyMap<string, string>;
  /** Called after each page. */
  readonly progress?: Progress;
  /** Loads texts. Default: from the disk. */
  readonly load?: LoadPage;
}

/** Loads a page's text. An unreadable page is reported and returns `undefined`. */
export type LoadPage = (
  path: string,
  limits: Limits,
  diagnostics: Diagnostic[],
) => Source | undefined;

/** The maximum weight of facts kept in memory until they are derived. */
const holdable = 20_000_000;

/** The characters that take as much memory as a table row. */
const rowWeight = 300;

/** Reads the evidence of each page. An unreadable page is reported and omitted. */
export function readPages(
  pages: readonly InputPage[],
  { limits, cache, digests, progress, load = loadPage }: ReadingOptions,
  diagnostics: Diagnostic[],
): KnownPage[] {
  let held = 0;
  return pages.flatMap((input, index): KnownPage[] => {
    progress?.(index, pages.length * 2, "pages");
    const place = slashes(input.path);
    const found = digests?.get(input.file);
    const cached = cache.find(input.file);
    const again = (into: Diagnostic[]) => {
      const source = load(input.path, limits, into);
      return source === undefined ? undefined : readFacts(source);
    };
    if (cached !== undefined && cached.digest === found) {
      const evidence = unpackEvidence(cached.evidence, place);
      const { digest, errors = [], evidence: packed } = cached;
      return [{ input, digest, evidence, packed, errors, cached, facts: again }];
    }
    const source = load(input.path, limits, diagnostics);
    if (source === undefined) return [];
    let facts: PageFacts | undefined = readFacts(source);
    const evidence = gatherEvidence(facts.page, place);
    const errors = evidence.action === undefined ? limitErrors(facts, input.file) : [];
    if (held > holdable) facts = undefined;
    else held += weightOf(facts);
    const giveAway = (into: Diagnostic[]) => {
      const kept = facts;
      facts = undefined;
      return kept ?? again(into);
    };
    const name = found ?? digest(source.text);
    const packed = packEvidence(evidence);
    return [{ input, digest: name, evidence, packed, errors, facts: giveAway }];
  });
}

function weightOf({ page }: PageFacts): number {
  const rows = page.request.length + page.response.length + page.types.length + page.errors.length;
  return page.source.text.length + rowWeight * rows;
}

function limitErrors({ diagnostics }: PageFacts, file: string): StoredDiagnostic[] {
  return diagnostics
    .filter(({ code }) => code.startsWith("limit/"))
    .map(({ source, ...rest }) => ({ ...rest, path: file }));
}
