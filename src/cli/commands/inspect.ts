import type { Command } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Inspection, RefusedPage } from "../../corpus/inspect.ts";
import type { PageStates } from "../../corpus/page-states.ts";
import { visible } from "../../text/visible.ts";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { configOption } from "../options/add-project-options.ts";
import { createCommand, type Context } from "../options/create-command.ts";
import { exit, type Output } from "../output/output.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface InspectFlags extends LimitFlags {
  readonly config?: string;
  readonly jsonl?: boolean;
}

/**
 * `docwright inspect`: prints the facts of each page. A page's diagnostics are part of its line,
 * and never stop the command. Only errors in a page given by name make it fail.
 */
export function inspectCommand({ output, end }: Context): Command {
  const command = createCommand("inspect", {
    summary: "what is read from each page, and what is wrong with it",
    description:
      "Prints what each page says: its operation, members, types and errors, and what was found. A page that " +
      "looks like the documentation of an operation and names none has a line, too. It never stops at a bad " +
      "page, ends with a count, and writes no files.",
    files: [
      ["docwright.config.ts|js|json|yaml", "what the project is; flags win over it"],
      ["product.yaml", "beside the pages/ that a page lies in; read"],
    ],
    examples: [
      ["docwright inspect docs/a-page.md", "one page, for people"],
      [
        "docwright inspect docs --jsonl > pages.jsonl",
        "every page below docs, a line of JSON each",
      ],
    ],
    findings: "a page that was named itself has an error, or a folder has no operation",
  });
  return addLimitOptions(
    command
      .argument("[pages...]", "pages, or folders of pages (default: as configured)")
      .addOption(configOption())
      .option("--jsonl", "one JSON object for each page")
      .action(async (pages: string[], flags: InspectFlags) => {
        end(await runInspect(pages, flags, output));
      }),
  );
}

async function runInspect(
  pages: readonly string[],
  { jsonl = false, ...options }: InspectFlags,
  plainOutput: Output,
): Promise<number> {
  const { openProject } = await import("../../api/open-project.ts");
  const { countPages, derivePages } = await import("../../corpus/derive-pages.ts");
  const { inspectPage } = await import("../../corpus/inspect.ts");
  const { countOutcomes } = await import("../../corpus/page-outcome.ts");
  const { openPageStates } = await import("../../corpus/page-states.ts");
  const { readCorpus } = await import("../../corpus/read-corpus.ts");
  const { addAll } = await import("../../diagnostics/add-all.ts");
  const { restoreDiagnostics } = await import("../../diagnostics/stored-diagnostic.ts");
  // A list on the terminal shows its own progress; a pipe may also end there.
  const bar = showProgress(plainOutput.intoFile === true ? plainOutput.terminal : undefined);
  const output = bar.over(plainOutput);
  const { project, diagnostics: faults } = await openProject({ ...options, pages });
  if (project === undefined) return showDiagnostics(faults, output);
  const diagnostics: Diagnostic[] = [];
  const progress = countPages(bar.report);
  const corpus = await readCorpus(project, { progress }, diagnostics);
  const states = openPageStates(corpus);
  const lines = openLines(states, output);
  let status: number = exit.ok;
  for (const meaning of derivePages(corpus, project, progress)) {
    const { input, derived } = meaning;
    const inspection = inspectPage(meaning);
    if (inspection !== undefined) {
      if (jsonl) lines.add(input.file, inspection);
      else output.out("refused" in inspection ? refusedText(inspection) : table(inspection));
    }
    states.settle(input.file, derived?.broken ?? false);
    lines.flush();
    const found = derived?.diagnostics ?? [];
    if (input.named) status = Math.max(status, await showDiagnostics(found, output));
    else if (!jsonl && inspection !== undefined) await showDiagnostics(found, output);
  }
  lines.end();
  bar.end();
  const empty = corpus.account.diagnostics.filter(
    ({ code, severity }) => severity === "error" && code !== "derive/no-operation",
  );
  addAll(diagnostics, restoreDiagnostics(empty, project.root));
  const end = Math.max(status, await showDiagnostics(diagnostics, output));
  const outcomes = states.outcomes();
  if (outcomes.length > 0) output.err(`${countOutcomes(outcomes)}\n`);
  return end;
}

/** Prints JSON lines in page order. A line with an unknown state delays all later ones. */
function openLines(states: PageStates, output: Output) {
  const waiting: { readonly path: string; readonly line: { readonly file: string } }[] = [];
  const print = (line: { readonly file: string }, state: string) => {
    const { file, ...rest } = line;
    output.out(`${JSON.stringify({ file, state, ...rest })}\n`);
  };
  const flush = (stateOf: (file: string) => string | undefined) => {
    let done = 0;
    for (const { path, line } of waiting) {
      const state = stateOf(path);
      if (state === undefined) break;
      print(line, state);
      done += 1;
    }
    waiting.splice(0, done);
  };
  return {
    add: (path: string, line: { readonly file: string }) => waiting.push({ path, line }),
    flush: () => {
      flush(states.find);
    },
    end: () => {
      flush(states.guess);
    },
  };
}

function refusedText({ file, refused }: Pick<RefusedPage, "file" | "refused">): string {
  return `${visible(`${file}: no operation: ${refused}`)}\n`;
}

function table({
  file,
  product,
  version,
  action,
  request,
  response,
  errors,
}: Omit<Inspection, "state">): string {
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
