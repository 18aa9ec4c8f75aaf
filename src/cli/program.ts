import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { environmentHelp, type Context } from "./options/create-command.ts";
import { completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { endpointCommand } from "./commands/endpoint.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { extractCommand } from "./commands/extract.ts";
import { generateCommand } from "./commands/generate.ts";
import { helpCommand } from "./commands/help.ts";
import { initCommand } from "./commands/init.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { lintCommand } from "./commands/lint.ts";
import { templatesCommand } from "./commands/templates.ts";
import { watchCommand } from "./commands/watch.ts";
import { visible } from "../text/visible.ts";
import { exit, type Output } from "./output/output.ts";

/** Options of a program. */
export interface ProgramOptions {
  readonly version: string;
  readonly output: Output;
}

/**
 * Runs a command line and returns its exit code: 0 success, 1 errors found, 2 wrong usage. A
 * command's code is loaded on demand.
 */
export async function runProgram(
  args: readonly string[],
  { version, output }: ProgramOptions,
): Promise<number> {
  let status: number = exit.ok;
  const end = (code: number) => {
    status = code;
  };
  try {
    await buildProgram(version, output, end).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
    if (!isOfSystem(error)) throw error;
    output.err(`error: ${visible(error.message)}\n`);
    return exit.findings;
  }
  return status;
}

/** True for an error of the system, which is no bug of docwright and needs no stack trace. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** The commands by purpose, as listed in the help. */
const groups: Readonly<Record<string, readonly ((context: Context) => Command)[]>> = {
  "A project:": [initCommand, buildCommand, checkCommand, watchCommand],
  "Single steps:": [extractCommand, generateCommand, inspectCommand],
  "What came of pages:": [explainCommand, diffCommand, lintCommand],
  "Tools:": [endpointCommand, exportCommand, templatesCommand, completionCommand, helpCommand],
};

function buildProgram(version: string, output: Output, end: (code: number) => void): Command {
  const program = new Command("docwright")
    .description(
      "Reads API reference pages, writes a YAML spec, and generates a typed TypeScript SDK from it.",
    )
    .version(version)
    .addHelpText("after", afterHelp);
  for (const [heading, commands] of Object.entries(groups)) {
    for (const create of commands) {
      program.addCommand(create({ output, end, program }).helpGroup(heading));
    }
  }
  program.hook("preAction", (_, command) => {
    refuseUnusable(command);
  });
  for (const command of withInner(program)) {
    command
      .configureOutput({ writeOut: output.out, writeErr: output.err })
      .configureHelp({ helpWidth: 100 })
      .helpCommand(false)
      .exitOverride()
      .showHelpAfterError(`(${nameOf(command)} --help shows what there is)`);
  }
  return program;
}

/**
 * Rejects empty arguments. They usually come from an unset variable, and would mean the working
 * directory.
 */
function refuseUnusable(command: Command): void {
  const given: readonly (readonly [string, unknown])[] = [
    ...command.registeredArguments.map(
      (argument, index) => [`argument '${argument.name()}'`, command.processedArgs[index]] as const,
    ),
    ...command.options.map(
      (option) =>
        [`option '${option.flags}'`, command.getOptionValue(option.attributeName())] as const,
    ),
  ];
  for (const [name, value] of given) {
    for (const word of [value].flat()) {
      if (word === "") command.error(`error: ${name} is empty`);
      if (typeof word === "string" && word.includes("\0")) {
        command.error(`error: ${name} holds a zero character, which no path can have`);
      }
    }
  }
}

const afterHelp = `
Files:
  docwright.config.ts|js|json|yaml   what a project is: its pages, folders and packages
  specs/<product>-<version>/         product.yaml, overlays/ (yours); operations/, positions/ (written)
  generated/<product>-<version>/     the package
  generated/.docwright/              what a build remembers; can be removed at any time

${environmentHelp}

Exit codes: 0 fine, 1 findings (a bad page, a stale file), 2 wrong usage.
docwright <command> --help shows every flag, with examples.`;

function withInner(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
