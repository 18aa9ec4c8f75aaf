import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { openProject } from "../api/open-project.ts";
import { countOutcomes } from "../corpus/account-pages.ts";
import { countPages, derivePages } from "../corpus/derive-pages.ts";
import { inspectPage, type Inspection, type RefusedPage } from "../corpus/inspect.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { Limits } from "../text/limits.ts";
import { exit } from "./exit-code.ts";
import { visible } from "../text/visible.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { showProgress } from "./show-progress.ts";

/**
 * `docwright inspect`: what is read from each page. It never stops at a bad page; what is wrong with a
 * page is part of its line. Only a page that was named itself makes the command fail.
 */
export async function runInspect(
  pages: readonly string[],
  { jsonl, ...options }: InspectFlags,
  plainOutput: Output,
): Promise<number> {
  // What is printed on the terminal shows by itself how far it is; a pipe may end there, too.
  const bar = showProgress(plainOutput.intoFile === true ? plainOutput.terminal : undefined);
  const output = bar.over(plainOutput);
  const { project, diagnostics: faults } = await openProject({ ...options, pages });
  if (project === undefined) return showDiagnostics(faults, output);
  const diagnostics: Diagnostic[] = [];
  const progress = countPages(bar.report);
  const corpus = await readCorpus(project, { progress }, diagnostics);
  const outcomes: PageOutcome[] = [...corpus.account.outcomes];
  let status: number = exit.ok;
  for (const meaning of derivePages(corpus, project, progress)) {
    const { input, derived } = meaning;
    const inspection = inspectPage(meaning);
    if (inspection !== undefined) {
      if (jsonl === true) output.out(`${JSON.stringify(inspection)}\n`);
      else output.out("refused" in inspection ? refusedText(inspection) : table(inspection));
    }
    if (derived?.operation !== undefined) {
      const { file } = input;
      outcomes.push({ file, state: derived.broken ? "refused" : "used" });
    }
    const found = derived?.diagnostics ?? [];
    if (input.named) status = Math.max(status, showDiagnostics(found, output));
    else if (jsonl !== true && inspection !== undefined) showDiagnostics(found, output);
  }
  bar.end();
  const empty = corpus.account.diagnostics.filter(({ severity }) => severity === "error");
  diagnostics.push(...restoreDiagnostics(empty, project.root));
  const end = Math.max(status, showDiagnostics(diagnostics, output));
  if (outcomes.length > 1) output.err(`${countOutcomes(outcomes)}\n`);
  return end;
}

interface InspectFlags {
  readonly jsonl?: boolean;
  readonly config?: string;
  readonly limits?: Partial<Limits>;
}

function refusedText({ file, refused }: RefusedPage): string {
  return `${visible(`${file}: no operation, for ${refused}`)}\n`;
}

function table({ file, product, version, action, request, response, errors }: Inspection): string {
  const lines = [
    `${file}: ${product ?? "?"} ${version ?? "?"} ${action}`,
    `  request (${request.length})`,
    ...request.map(
      ({ path, type, required }) => `    ${path}: ${type}${required ? ", required" : ""}`,
    ),
    `  response (${response.length})`,
    ...response.map(({ path, type }) => `    ${path}: ${type}`),
    `  errors (${errors.length})`,
    ...errors.map(({ httpStatus, code }) => `    ${httpStatus ?? "?"} ${code}`),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}
