import { InvalidArgumentError, type Command } from "commander";
import { limitFlag, limitFacts, type Limit, type Limits } from "../../text/limits.ts";
import { NamedOption } from "./named-option.ts";

/** The flags of limits: `--max-page-bytes 9` is `{ limits: { pageBytes: 9 } }`. */
export interface LimitFlags {
  readonly limits?: Partial<Limits>;
}

/** Adds the flags that set limits of pages and specs. The command's help refers to their topic. */
export function addLimitOptions(command: Command): Command {
  for (const limit of Object.keys(limitFacts) as Limit[]) {
    command.addOption(
      new NamedOption("limits", `${limitFlag(limit)} <count>`, describeLimit(limit))
        .argParser((text, earlier: Partial<Limits> | undefined) => ({
          ...earlier,
          [limit]: parseLimit(text, limitFacts[limit].most),
        }))
        .hideHelp(),
    );
  }
  return command.addHelpText("after", "Limits: docwright help limits lists their flags.");
}

/** Returns the help topic about limits. */
export function limitsHelp(): string {
  const flags = (Object.keys(limitFacts) as Limit[]).map((limit) => ({
    flag: `${limitFlag(limit)} <count>`,
    setting: `limits.${limit}`,
    described: describeLimit(limit),
  }));
  const width = (of: "flag" | "setting") => Math.max(...flags.map((one) => one[of].length));
  const lines = flags.map(
    ({ flag, setting, described }) =>
      `  ${flag.padEnd(width("flag"))}  ${setting.padEnd(width("setting"))}  ${described}`,
  );
  return `Limits: the most that pages, specs and configurations may have

Commands that read pages or specs take the flags; a configuration takes the settings. Text beyond a limit is not
read: that is an error, and nothing made from it before is removed.

${lines.join("\n")}
`;
}

function describeLimit(limit: Limit): string {
  const { usual, most, unit, of } = limitFacts[limit];
  return `${unit} of ${of} (default: ${usual}, up to ${most})`;
}

function parseLimit(text: string, most: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError(`Write a whole number up to ${most}.`);
}
