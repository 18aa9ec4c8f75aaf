import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { storeDiagnostic, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Project } from "../config/project.ts";
import { countMembers, walkMembers } from "../spec/member-path.ts";
import type { Member, Operation } from "../spec/operation.ts";
import type { Candidate } from "./group-pages.ts";
import { pagePath } from "./derive-page.ts";
import { loadPage } from "./load-page.ts";

/** The pages merged into an operation, the preferred page first. */
export interface MergedPages {
  readonly productFolder: string;
  readonly candidates: readonly Candidate[];
  readonly project: Project;
}

/**
 * Reports an operation that exceeds the member limit only after merging its pages. Each side is
 * counted separately.
 */
export function findBeyond(operation: Operation, pages: MergedPages): StoredDiagnostic[] {
  const { limits, root } = pages.project;
  const diagnostics: Diagnostic[] = [];
  for (const side of [operation.request, operation.response]) {
    const found = countMembers(side);
    if (found > limits.members) reportMembers(side, found, pages, diagnostics);
  }
  return diagnostics.map((one) => storeDiagnostic(one, root));
}

/** Reports the last merged member, at its place on the other page. */
function reportMembers(
  side: readonly Member[],
  found: number,
  { productFolder, candidates, project }: MergedPages,
  diagnostics: Diagnostic[],
): void {
  const last = [...walkMembers(side)].findLast(({ member }) => member?.page !== undefined)?.member;
  const { limits } = project;
  const isOf = (candidate: Candidate) =>
    pagePath({ productFolder, candidate }, project) === last?.page;
  const page = candidates.find(isOf) ?? candidates[0];
  const source = page === undefined ? undefined : loadPage(page.page.input.path, limits, []);
  if (source === undefined) return;
  const start = source.lineStarts[(last?.line ?? 1) - 1] ?? 0;
  const end = Math.max(start, (source.lineStarts[last?.line ?? 1] ?? source.text.length + 1) - 1);
  createReporter(source, diagnostics)(
    "limit/members",
    { start, end },
    { found, allowed: limits.members, ...(last === undefined ? {} : { row: last.name }) },
  );
}
