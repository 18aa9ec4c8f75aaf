import { Command, Option } from "commander";
import type { Output } from "../output/output.ts";

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

/** A file, and what the command does with it. */
export type FileUse = readonly [path: string, what: string];

/** What the help of a command tells besides its arguments and options. */
export interface Help {
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly Example[];
  /** Files that it reads and writes without being given them. */
  readonly files?: readonly FileUse[];
  /** When it ends with 1. Missing where it never does. */
  readonly findings?: string;
}

/** What all commands heed of the environment. */
export const environmentHelp = `Environment:
  NO_COLOR        anything: no colours anywhere
  FORCE_COLOR     anything but 0: colours in pipes, too
  CI, TERM=dumb   no progress; a dumb terminal gets no colours, either`;

/** A command with its help: a summary for the list of commands, and all the rest for its own help. */
export function createCommand(
  name: string,
  { summary, description, examples, files = [], findings }: Help,
): Command {
  const shown = examples.map(([command, what]) => `  $ ${command}\n      ${what}\n`);
  const width = Math.max(0, ...files.map(([path]) => path.length));
  const listed = files.map(([path, what]) => `  ${path.padEnd(width)}   ${what}\n`);
  const parts = [
    ["Examples:\n", ...shown].join(""),
    ...(files.length === 0 ? [] : [["Files:\n", ...listed].join("")]),
    `${environmentHelp}\n`,
    `Exit codes: 0 fine, ${findings === undefined ? "" : `1 ${findings}, `}2 wrong usage.`,
  ];
  return new Command(name)
    .summary(summary)
    .description(description)
    .addHelpText("after", `\n${parts.join("\n")}`);
}

/** `--json`, for commands whose result a program could want. */
export function jsonOption(): Option {
  return new Option("--json", "print the result as JSON, for programs");
}
