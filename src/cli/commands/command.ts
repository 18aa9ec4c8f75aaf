import { Command, Option } from "commander";
import type { Output } from "../output.ts";

/** What a command is made with. */
export interface Context {
  readonly output: Output;
  /** Says how the command ended, as an exit code. */
  readonly end: (code: number) => void;
  /** The whole program, for commands that are about it. */
  readonly program: Command;
}

/** A command line, and what it does. */
export type Example = readonly [command: string, what: string];

/** What the help of a command tells besides its arguments and options. */
export interface Help {
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly Example[];
  /** When it ends with 1. */
  readonly findings: string;
}

/** A command with its help: a summary for the list of commands, and all the rest for its own help. */
export function createCommand(
  name: string,
  { summary, description, examples, findings }: Help,
): Command {
  const shown = examples.map(([command, what]) => `  $ ${command}\n      ${what}\n`);
  return new Command(name)
    .summary(summary)
    .description(description)
    .addHelpText(
      "after",
      ["\nExamples:\n", ...shown, `\nExit codes: 0 fine, 1 ${findings}, 2 wrong usage.`].join(""),
    );
}

/** `--json`, for commands whose result a program could want. */
export function jsonOption(): Option {
  return new Option("--json", "print the result as JSON, for programs");
}
