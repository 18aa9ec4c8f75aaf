import { InvalidArgumentError, Option, type Command } from "commander";
import { limitFlag } from "../../text/limit-flag.ts";
import { limitFacts, type Limit, type Limits } from "../../text/limits.ts";

/** The flags of limits, as they are given: `maxPageBytes` for `pageBytes`. */
export type LimitFlags = { readonly [L in Limit as `max${Capitalize<L>}`]?: number };

/** Gives a command the flags that set what pages and specs may have at most. */
export function addLimitOptions(command: Command): Command {
  for (const limit of limits) {
    const { usual, most, unit, of } = limitFacts[limit];
    const described = `${unit} of ${of} (default: ${usual}, up to ${most})`;
    command.addOption(
      new Option(`${limitFlag(limit)} <count>`, described)
        .argParser((text) => parseLimit(text, most))
        .helpGroup("Limits:"),
    );
  }
  return command;
}

/** The limits that the flags of a command line set. */
export function limitsOf(flags: LimitFlags): { readonly limits?: Partial<Limits> } {
  const given = limits.flatMap((limit) => {
    const value = flags[`max${limit.charAt(0).toUpperCase()}${limit.slice(1)}` as keyof LimitFlags];
    return value === undefined ? [] : [[limit, value] as const];
  });
  return given.length === 0 ? {} : { limits: Object.fromEntries(given) };
}

const limits = Object.keys(limitFacts) as Limit[];

function parseLimit(text: string, most: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError(`Write a whole number up to ${most}.`);
}
