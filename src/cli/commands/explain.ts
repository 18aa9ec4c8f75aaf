import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { projectFiles } from "../options/add-project-options.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "../options/add-limit-options.ts";

/** Flags of `docwright explain`. */
interface ExplainFlags extends LimitFlags {
  readonly config?: string;
  readonly specs?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `docwright explain` */
export function explainCommand({ output, end }: Context): Command {
  const command = createCommand("explain", {
    summary: "where a member, an error or an operation comes from",
    description:
      "Shows the row of the page that documents something, the sentence behind each constraint, the overlays that " +
      "have changed it, and the lines of the generated code. It is about the specs as they were built last.",
    files: projectFiles,
    examples: [
      ["docwright explain Shop.CreateOrder.Items.Name", "a member; [] and N may be left out"],
      ["docwright explain CreateOrder", "an operation, of whichever product has it"],
      ["docwright explain Shop@2020-01-02.CreateOrder.NotFound.Item", "an error, of one version"],
    ],
    findings: "there is no such thing, or specs or overlays have an error",
  });
  return addLimitOptions(
    command
      .argument(
        "<subject>",
        "Product.Operation.Path, where the path is a member's or an error's code",
      )
      .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
      .option("--specs <dir>", "folder of specs (default: as configured, else specs)")
      .option("--out <dir>", "folder of packages (default: as configured, else generated)")
      .addOption(jsonOption())
      .action(async (subject: string, { config, specs, out, json, ...flags }: ExplainFlags) => {
        const { runExplain } = await import("../explain-command.ts");
        const options = {
          ...(config === undefined ? {} : { config }),
          ...(specs === undefined ? {} : { specs }),
          ...(out === undefined ? {} : { output: out }),
          ...limitsOf(flags),
        };
        end(await runExplain(subject, options, json === undefined ? {} : { json }, output));
      }),
  );
}
