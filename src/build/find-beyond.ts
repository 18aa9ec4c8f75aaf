import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Project } from "../config/project.ts";
import { readPageFile } from "../read-page-file.ts";
import { countMembers, walkMembers } from "../spec/member-path.ts";
import type { Member, Operation } from "../spec/operation.ts";
import { displayPath } from "../text/read-source.ts";
import { createSource } from "../text/source.ts";
import { toFinding, type Finding } from "./finding.ts";
import type { Candidate } from "./group-pages.ts";
import { pagePath } from "./page-path.ts";

/** Where an operation comes from, and where it is to go. */
export interface OperationPlace {
  readonly spec: string;
  /** Folder of the product's version. */
  readonly folder: string;
  /** Its pages, the first one first. */
  readonly pages: readonly Candidate[];
  readonly project: Pick<Project, "limits" | "root">;
}

/**
 * What an operation has more of than it may, though none of its pages has: together they may have too many
 * members, and a spec of all that they say may be longer than what can be read again.
 */
export function findBeyond(operation: Operation, text: string, place: OperationPlace): Finding[] {
  const { spec, project } = place;
  const { limits, root } = project;
  const diagnostics: Diagnostic[] = [];
  for (const side of [operation.request, operation.response]) {
    const found = countMembers(side);
    if (found > limits.members) reportMembers(side, found, place, diagnostics);
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.specBytes) {
    const report = createReporter(createSource(displayPath(spec), ""), diagnostics);
    report("limit/spec-bytes", { start: 0, end: 0 }, { found: bytes, allowed: limits.specBytes });
  }
  return diagnostics.map((one) => toFinding(one, root));
}

/** Reports the last member that came from another page, where that page has it. */
function reportMembers(
  side: readonly Member[],
  found: number,
  { folder, pages, project: { limits } }: OperationPlace,
  diagnostics: Diagnostic[],
): void {
  const last = [...walkMembers(side)].findLast(({ member }) => member?.page !== undefined)?.member;
  const page = pages.find((one) => pagePath(folder, one) === last?.page) ?? pages[0];
  const source = page === undefined ? undefined : readPageFile(page.page.input.path, limits, []);
  if (source === undefined) return;
  const start = source.lineStarts[(last?.line ?? 1) - 1] ?? 0;
  const end = Math.max(start, (source.lineStarts[last?.line ?? 1] ?? source.text.length + 1) - 1);
  createReporter(source, diagnostics)(
    "limit/members",
    { start, end },
    { found, allowed: limits.members, ...(last === undefined ? {} : { row: last.name }) },
  );
}
