import { addAll } from "../diagnostics/add-all.ts";
import { join, relative } from "node:path";
import type { Project } from "../config/project.ts";
import { deriveOperation } from "../derive/derive-operation.ts";
import { packShape } from "../derive/siblings/evidence-json.ts";
import { answerAbout, traceConventions } from "../derive/nesting/find-conventions.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { storeDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Page } from "../page/page.ts";
import type { Operation } from "../spec/operation.ts";
import { digest } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";
import type { Candidate } from "./group-pages.ts";
import type { Derivation } from "./page-cache.ts";

/** The derived meaning of one page. */
export interface DerivedPage {
  /** The derivation without the operation's number, which the cache assigns. */
  readonly derivation: Omit<Derivation, "operation">;
  /** Diagnostics of the page, with its text. */
  readonly diagnostics: readonly Diagnostic[];
  /** The page's facts; missing if it is no longer readable. */
  readonly page?: Page;
  /** Missing if the page documents no operation. */
  readonly operation?: Operation;
  /** True if the page has an error and gets no spec. */
  readonly broken: boolean;
}

/** A page to derive, for the folder of a product version. `action` is the preferred spelling. */
export interface PageTask {
  readonly productFolder: string;
  readonly action?: string;
  readonly candidate: Candidate;
  /** The pages merged into it. */
  readonly others?: readonly Candidate[];
}

/** Derives the meaning of a page, and records its dependencies. */
export function derivePage(task: PageTask, project: Project, key = ""): DerivedPage {
  const { candidate, action } = task;
  const { page: known, siblings, fallback } = candidate;
  const diagnostics: Diagnostic[] = [];
  const { names, conventions } = traceConventions(siblings.conventions);
  const facts = known.facts(diagnostics);
  const page = facts?.page;
  addAll(diagnostics, facts?.diagnostics ?? []);
  const derived =
    page &&
    deriveOperation(
      page,
      {
        page: pagePath(task, project),
        siblings: { ...siblings, conventions },
        ...(fallback === undefined ? {} : { fallback }),
      },
      createReporter(page.source, diagnostics),
    );
  const operation = derived && action !== undefined ? { ...derived, action } : derived;
  if (page !== undefined && operation !== undefined) {
    checkFolder(operation, candidate, page, diagnostics);
  }
  const asked = [...names];
  return {
    derivation: {
      key,
      asked,
      answer: digest(answerAbout(siblings.conventions, asked)),
      diagnostics: diagnostics.map((one) => storeDiagnostic(one, project.root)),
      ...(operation === undefined
        ? {}
        : { of: { product: operation.product, version: operation.version } }),
    },
    diagnostics,
    broken: diagnostics.some(({ severity }) => severity === "error"),
    ...(page === undefined ? {} : { page }),
    ...(operation === undefined ? {} : { operation }),
  };
}

/** Digests all inputs of a page's meaning, except the conventions shared by other pages. */
export function derivationKey(task: PageTask, project: Project): string {
  const { page, siblings, fallback } = task.candidate;
  const { product, version, answer } = siblings;
  return digest(
    JSON.stringify([
      page.digest,
      task.action ?? null,
      pagePath(task, project),
      fallback ?? null,
      product ?? null,
      version ?? null,
      answer === undefined ? null : packShape(answer),
      (task.others ?? []).map((candidate) => [
        candidate.page.digest,
        pagePath({ ...task, candidate }, project),
      ]),
    ]),
  );
}

/** True if a page would be derived to the same result. */
export function isStillTrue(derivation: Derivation, key: string, { siblings }: Candidate): boolean {
  const answer = () => digest(answerAbout(siblings.conventions, derivation.asked));
  return derivation.key === key && derivation.answer === answer();
}

/**
 * Names a page as a spec does: relative to the folder of the product's version. A page outside the project, in a
 * folder that was given as an absolute path, is named from that folder's name on, so that a spec is the same
 * wherever the project and the folder lie. `locatePage` finds it again.
 */
export function pagePath({ productFolder, candidate }: PageTask, { specs }: Project): string {
  const { path, name } = candidate.page.input;
  return name ?? slashes(relative(join(specs, productFolder), path));
}

/** Checks that a page in the folder of a product version documents that version. */
function checkFolder(
  { product, version }: Operation,
  { page: { input }, fallback }: Candidate,
  { source }: Page,
  diagnostics: Diagnostic[],
): void {
  if (fallback === undefined || input.productFolder === undefined) return;
  if (product === fallback.product && version === fallback.version) return;
  createReporter(source, diagnostics)(
    "extract/other-product",
    { start: 0, end: 0 },
    { found: `${product} ${version}`, expected: `${fallback.product} ${fallback.version}` },
  );
}
