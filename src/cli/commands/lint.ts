import { InvalidArgumentError, type Command } from "commander";
import type { RuleSeverities, RuleSeverity } from "../../config/lint-config.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "../options/add-limit-options.ts";

/** Flags of `docwright lint`. */
interface LintFlags extends LimitFlags {
  readonly config?: string;
  readonly rule?: RuleSeverities;
  readonly maxWarnings?: number;
  readonly json?: boolean;
  readonly sarif?: boolean;
}

/** `docwright lint` */
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
      .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
      .option(
        "--rule <rule=severity>",
        "off, warning or error for a rule; again for the next one",
        addRule,
      )
      .option("--max-warnings <count>", "end with 1 where there are more", parseCount)
      .option("--sarif", "print SARIF 2.1.0, for code review tools")
      .addOption(jsonOption().conflicts("sarif"))
      .action(async (pages: string[], { config, rule, ...flags }: LintFlags) => {
        const { runLint } = await import("../lint-command.ts");
        const options = {
          pages,
          ...(config === undefined ? {} : { config }),
          ...(rule === undefined ? {} : { rules: rule }),
          ...limitsOf(flags),
        };
        end(await runLint(options, { ...flags, version: program.version() ?? "" }, output));
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
