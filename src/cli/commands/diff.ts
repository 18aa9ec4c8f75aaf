import { Option, type Command } from "commander";
import type { Level } from "../../diff/change.ts";
import { createCommand, jsonOption, type Context } from "./command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "./limit-options.ts";

/** Flags of `docwright diff`. */
interface DiffFlags extends LimitFlags {
  readonly config?: string;
  readonly specs?: string;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly failOn?: Exclude<Level, "none">;
}

/** `docwright diff` */
export function diffCommand({ output, end }: Context): Command {
  const command = createCommand("diff", {
    summary: "what has changed between two folders of specs or git revisions, and what it breaks",
    description:
      "Compares specs, overlays applied, by what the packages made of them let people do: whose code a change " +
      "breaks, that of callers or that of readers of answers, and what a version number has to tell. A name " +
      "that is a folder means the folder, any other one a git revision of the project's specs; one that is both is refused.",
    examples: [
      ["docwright diff HEAD", "what has changed since the last commit"],
      ["docwright diff v1.2.0 v1.3.0 --markdown", "the entry of a changelog"],
      ["docwright diff origin/main --fail-on major", "for CI: nothing breaks"],
      ["docwright diff old/specs new/specs --json", "two folders, for programs"],
    ],
    findings:
      "the changes are as grave as --fail-on says, specs have an error, or there is no such revision",
  });
  return addLimitOptions(
    command
      .argument("<old>", "a folder of specs, or a git revision")
      .argument(
        "[new]",
        "a folder of specs, or a git revision (default: the project's specs as they are)",
      )
      .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
      .option("--specs <dir>", "folder of specs (default: as configured, else specs)")
      .option("--markdown", "print an entry of a changelog")
      .addOption(
        new Option(
          "--fail-on <level>",
          "end with 1 where the changes are as grave as this",
        ).choices(["patch", "minor", "major"]),
      )
      .addOption(jsonOption().conflicts("markdown"))
      .action(
        async (old: string, now: string | undefined, { config, specs, ...flags }: DiffFlags) => {
          const { runDiff } = await import("../diff-command.ts");
          const options = {
            old,
            ...(now === undefined ? {} : { new: now }),
            ...(config === undefined ? {} : { config }),
            ...(specs === undefined ? {} : { specs }),
            ...limitsOf(flags),
          };
          end(await runDiff(options, flags, output));
        },
      ),
  );
}
