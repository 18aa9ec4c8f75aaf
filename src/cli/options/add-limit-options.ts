import { InvalidArgumentError, type Command } from "commander";
import { limitFlag, limitFacts, type Limit, type Limits } from "../../text/limits.ts";
import { NamedOption } from "./named-option.ts";

/** The flags of limits: `--max-page-bytes 9` is `{ limits: { pageBytes: 9 } }`. */
export interface LimitFlags {
  readonly limits?: Partial<Limits>;
}

/** Gives a command the flags that set what pages and specs may have at most. */
export function addLimitOptions(command: Command): Command {
  for (const limit of Object.keys(limitFacts) as Limit[]) {
    const { usual, most, unit, of } = limitFacts[limit];
    const described = `${unit} of ${of} (default: ${usual}, up to ${most})`;
    command.addOption(
      new NamedOption("limits", `${limitFlag(limit)} <count>`, described)
        .argParser((text, earlier: Partial<Limits> | undefined) => ({
          ...earlier,
          [limit]: parseLimit(text, most),
        }))
        .helpGroup("Limits:"),
    );
  }
  return command;
}

function parseLimit(text: string, most: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError(`Write a whole number up to ${most}.`);
}
