import { deriveOperation } from "../derive/derive-operation.ts";
import { answerAbout, traceConventions } from "../derive/siblings/trace-conventions.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readPageFile } from "../read-page-file.ts";
import type { Operation } from "../spec/operation.ts";
import type { Limits } from "../text/limits.ts";
import type { Source } from "../text/source.ts";
import { digest } from "./digest.ts";
import { toFinding } from "./finding.ts";
import type { Candidate } from "./group-pages.ts";
import type { Derivation } from "./memory.ts";
import { pagePath } from "./page-path.ts";
import { readFacts, type PageFacts } from "./read-evidence.ts";

/** What one page has become. */
export interface DerivedPage {
  /** All but the operation's number, which the store gives. */
  readonly made: Omit<Derivation, "operation">;
  /** Missing where the page has an error, or documents no operation. */
  readonly operation?: Operation;
}

/** Where a page is read: its product's folder of specs, the project's folder, and what it may have at most. */
export interface PagePlace {
  readonly home: string;
  readonly root: string;
  readonly limits: Limits;
}

/** Reads what a page means, and notes what that depended on. */
export function derivePage(
  { home, root, limits }: PagePlace,
  key: string,
  candidate: Candidate,
): DerivedPage {
  const { page, siblings, fallback } = candidate;
  const diagnostics: Diagnostic[] = [];
  const { names, conventions } = traceConventions(siblings.conventions);
  const facts = page.takeFacts() ?? readAgain(page.input.path, limits, diagnostics);
  for (const found of facts?.diagnostics ?? []) diagnostics.push(found);
  const source = facts?.page.source;
  const operation =
    facts === undefined
      ? undefined
      : deriveOperation(
          facts.page,
          {
            page: pagePath(home, candidate),
            siblings: { ...siblings, conventions },
            ...(fallback === undefined ? {} : { fallback }),
          },
          createReporter(facts.page.source, diagnostics),
        );
  if (operation !== undefined) checkHome(operation, candidate, source, diagnostics);
  const broken = diagnostics.some(({ severity }) => severity === "error");
  const asked = [...names];
  return {
    made: {
      key,
      asked,
      answer: digest(answerAbout(siblings.conventions, asked)),
      findings: diagnostics.map((one) => toFinding(one, root)),
      ...(operation === undefined
        ? {}
        : { of: { product: operation.product, version: operation.version } }),
    },
    ...(operation === undefined || broken ? {} : { operation }),
  };
}

/** A page in the folder of a product's version is of that version. */
function checkHome(
  { product, version }: Operation,
  { page, fallback }: Candidate,
  source: Source | undefined,
  diagnostics: Diagnostic[],
): void {
  if (source === undefined || fallback === undefined || page.input.home === undefined) return;
  if (product === fallback.product && version === fallback.version) return;
  createReporter(source, diagnostics)(
    "extract/other-product",
    { start: 0, end: 0 },
    { found: `${product} ${version}`, expected: `${fallback.product} ${fallback.version}` },
  );
}

function readAgain(path: string, limits: Limits, diagnostics: Diagnostic[]): PageFacts | undefined {
  const source = readPageFile(path, limits, diagnostics);
  return source === undefined ? undefined : readFacts(source);
}
