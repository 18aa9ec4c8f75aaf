import { lint, type LintOptions } from "../api/lint.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { printSarif } from "../lint/print-sarif.ts";
import { rules } from "../lint/rules.ts";
import { count } from "./output/count.ts";
import { exit, exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";
import { showProgress } from "./output/show-progress.ts";

/** How `docwright lint` prints, and what makes it end with 1. */
interface LintFlags {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly maxWarnings?: number;
  readonly version: string;
}

/** `docwright lint`: what pages contradict. */
export async function runLint(
  options: LintOptions,
  { json, sarif, maxWarnings = Infinity, version }: LintFlags,
  output: Output,
): Promise<number> {
  const forPrograms = json === true || sarif === true;
  const bar = showProgress(forPrograms ? undefined : output.terminal);
  const { pages, diagnostics } = await lint({ ...options, progress: bar.report });
  bar.end();
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const status = warnings > maxWarnings ? exit.findings : exitCode(diagnostics);
  if (sarif === true) output.out(`${JSON.stringify(printSarif(diagnostics, { version }))}\n`);
  else if (json === true) {
    output.out(`${JSON.stringify({ pages, diagnostics: diagnosticsJson(diagnostics) })}\n`);
  } else {
    showDiagnostics(diagnostics, output);
    const codes = diagnostics.map(({ code }) => code).filter((code) => isRule(code));
    output.out(`${count(pages, "page")}: ${count(codes.length, "contradiction")}\n`);
    for (const [code, found] of countsOf(codes)) {
      output.out(`  ${String(found).padStart(6)}  ${code}\n`);
    }
  }
  return status;
}

/** What is found besides is that pages could not be read. */
function isRule(code: string): boolean {
  return rules.some((rule) => rule.code === code);
}

/** How often each word is there, the most frequent first. */
function countsOf(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
