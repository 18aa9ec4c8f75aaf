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

/** A page, and what it tells the others. */
export interface KnownPage {
  readonly input: InputPage;
  readonly digest: string;
  readonly evidence: RankedEvidence;
  readonly packed: EvidenceJson;
  /** Limits that it breaks, where it names no operation: the name may stand in the part that was not read. */
  readonly errors: readonly StoredDiagnostic[];
  /** What is known of it from an earlier run, if it is still the same. */
  readonly cached?: CachedPage;
  /** Its facts. They are read again where they were let go. Nothing where the page is gone by now. */
  readonly facts: (diagnostics: Diagnostic[]) => PageFacts | undefined;
}

/** How pages are read. */
export interface ReadingOptions {
  readonly limits: Limits;
  readonly cache: PageCache;
  /** Digests by file, as far as they are known. */
  readonly digests?: ReadonlyMap<string, string>;
  /** Told of each page that is read. */
  readonly progress?: Progress;
  /** Where texts come from. Default: the disk. */
  readonly load?: LoadPage;
}

/** Gives a page's text; nothing where it cannot be read, and then the reason is reported. */
export type LoadPage = (
  path: string,
  limits: Limits,
  diagnostics: Diagnostic[],
) => Source | undefined;

/** The weight of the facts that are kept until their meaning is read: those of thousands of pages take much memory. */
const holdable = 20_000_000;

/** Characters that take as much memory as a row of a table. */
const rowWeight = 300;

/** Reads what each page tells the others. A page that cannot be read is reported and left out. */
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
