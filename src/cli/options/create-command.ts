import { Command, Option } from "commander";
import type { Output } from "../output/output.ts";

/** Dependencies of a command. */
export interface Context {
  readonly output: Output;
  /** Sets the exit code. */
  readonly end: (code: number) => void;
  /** The whole program, for commands that describe it. */
  readonly program: Command;
}

/** An example command line and its effect. */
export type Example = readonly [command: string, what: string];

/** A file and its use by the command. */
export type FileUse = readonly [path: string, what: string];

/** The help of a command, besides its arguments and options. */
export interface Help {
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly Example[];
  /** Files that the command uses without being given them. */
  readonly files?: readonly FileUse[];
  /** The condition for exit code 1. Missing if the command never exits with 1. */
  readonly findings?: string;
}

/** The environment variables that all commands use. */
export const environmentHelp = `Environment:
  NO_COLOR        anything: no colours anywhere
  FORCE_COLOR     anything but 0: colours in pipes, too
  CI, TERM=dumb   no progress; a dumb terminal gets no colours, either`;

/** Creates a command with its help. The summary also appears in the list of commands. */
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

/** Creates `--json`, for commands whose result a program may read. */
export function jsonOption(): Option {
  return new Option("--json", "print the result as JSON, for programs");
}
