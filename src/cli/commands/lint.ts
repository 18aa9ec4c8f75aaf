import { InvalidArgumentError, type Command } from "commander";
import type { RuleSeverities, RuleSeverity } from "../../config/config.ts";
import { addLimitOptions } from "../options/add-limit-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { configOption, type ProjectFlags } from "../options/add-project-options.ts";
import { NamedOption } from "../options/named-option.ts";
import { count } from "../output/count.ts";
import { exit, exitCode, type Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

/** Flags of the checked pages, the output and the exit code. */
interface LintFlags extends Pick<ProjectFlags, "config" | "limits"> {
  readonly rules?: RuleSeverities;
  readonly maxWarnings?: number;
  readonly json?: boolean;
  readonly sarif?: boolean;
}

/** `docwright lint`: reports contradictions in pages. */
export function lintCommand({ output, end, program }: Context): Command {
  const command = createCommand("lint", {
    summary: "what pages contradict in themselves, and among each other",
    description:
      "Holds samples, examples and defaults against the rows of their page, and the pages of one operation, in two " +
      "languages or of two dates, against each other. Every finding has both of its places. It looks at the pages " +
      "alone: an overlay corrects a package, and not its page.",
    examples: [
      ["docwright lint", "the pages of the project"],
      [
        "docwright lint docs/ecs --rule lint/response-type=off",
        "some pages, without one of the rules",
      ],
      ["docwright lint --rule lint/request-lacks-required=error --max-warnings 20", "for CI"],
      [
        "docwright lint --sarif > docwright.sarif",
        "for tools that show findings on the page under review",
      ],
    ],
    findings:
      "a rule is an error and has found something, or there are more warnings than are allowed",
  });
  return addLimitOptions(
    command
      .argument("[pages...]", "folders of pages, or single pages (default: as configured)")
      .addOption(configOption())
      .addOption(
        new NamedOption(
          "rules",
          "--rule <rule=severity>",
          "off, warning or error for a rule; again for the next one",
        ).argParser(addRule),
      )
      .option("--max-warnings <count>", "end with 1 where there are more", parseCount)
      .option("--sarif", "print SARIF 2.1.0, for code review tools")
      .addOption(jsonOption().conflicts("sarif"))
      .action(async (pages: string[], flags: LintFlags) => {
        end(await runLint(pages, flags, program.version() ?? "", output));
      }),
  );
}

const severities: readonly string[] = ["off", "warning", "error"] satisfies RuleSeverity[];

function addRule(text: string, earlier: RuleSeverities = {}): RuleSeverities {
  const [rule = "", severity = ""] = text.split("=");
  if (!severities.includes(severity)) {
    throw new InvalidArgumentError(
      `Write rule=severity, where the severity is one of ${severities.join(", ")}.`,
    );
  }
  return { ...earlier, [rule]: severity as RuleSeverity };
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number.");
  return Number(text);
}

async function runLint(
  paths: readonly string[],
  { json = false, sarif = false, maxWarnings = Infinity, ...options }: LintFlags,
  version: string,
  output: Output,
): Promise<number> {
  const { lint } = await import("../../api/lint.ts");
  const bar = showProgress(json || sarif ? undefined : output.terminal);
  const { pages, diagnostics } = await lint({ ...options, pages: paths, progress: bar.report });
  bar.end();
  const { countByCode } = await import("../../lint/bound-findings.ts");
  const warnings = sumOf(countByCode(diagnostics.filter(({ severity }) => severity === "warning")));
  const status = warnings > maxWarnings ? exit.findings : exitCode(diagnostics);
  if (sarif) {
    const { printSarif } = await import("../../lint/print-sarif.ts");
    output.out(`${JSON.stringify(printSarif(diagnostics, { version }))}\n`);
  } else if (json) await printJson({ pages }, diagnostics, output);
  else {
    const { rules } = await import("../../lint/rules.ts");
    await showDiagnostics(diagnostics, output);
    // Errors of unreadable pages are not counted as contradictions.
    const counts = countByCode(
      diagnostics.filter(({ code }) => rules.some((rule) => rule.code === code)),
    );
    output.out(`${count(pages, "page")}: ${count(sumOf(counts), "contradiction")}\n`);
    for (const [code, found] of [...counts].sort(([, a], [, b]) => b - a)) {
      output.out(`  ${String(found).padStart(6)}  ${code}\n`);
    }
  }
  return status;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, found) => sum + found, 0);
}
