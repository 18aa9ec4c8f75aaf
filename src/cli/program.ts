import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { configFormats, type ConfigFormat } from "../config/config-formats.ts";
import { exit } from "./exit-code.ts";
import type { Output } from "./output.ts";

/** What a program is made with. */
export interface ProgramOptions {
  readonly version: string;
  readonly output: Output;
}

/**
 * Runs a command line and says how it ended: 0 fine, 1 findings, 2 wrong usage. A command's code is
 * loaded when it is called.
 */
export async function runProgram(
  words: readonly string[],
  { version, output }: ProgramOptions,
): Promise<number> {
  let status: number = exit.ok;
  const end = (code: number) => {
    status = code;
  };
  try {
    await buildProgram(version, output, end).parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exit.ok : exit.usage;
  }
  return status;
}

function buildProgram(version: string, output: Output, end: (code: number) => void): Command {
  const program = new Command("docwright")
    .description(
      "Reads API reference pages, writes a YAML spec, and generates a typed TypeScript SDK from it.",
    )
    .version(version)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride()
    .showHelpAfterError("(docwright --help shows what there is)")
    .addHelpText(
      "after",
      "\nExit codes: 0 fine, 1 findings (a bad page, a stale file), 2 wrong usage.\n",
    );

  program
    .command("extract")
    .description("pages → operation specs")
    .argument("[pages...]", "pages, or folders of pages (default: the folder of specs)")
    .option("--out <dir>", "folder of specs, with a folder for each product and version", "specs")
    .addOption(json())
    .addHelpText(
      "after",
      examples(
        ["docwright extract", "all pages below specs/*/pages"],
        ["docwright extract docs/a-page.md", "one page; it is copied into its product's folder"],
      ),
    )
    .action(async (pages: string[], flags: { out: string; json?: boolean }) => {
      const { runExtract } = await import("./extract-command.ts");
      end(await runExtract(pages, flags, output));
    });

  program
    .command("generate")
    .description("specs, with their overlays → packages")
    .argument("[dirs...]", "folders of a product's version, or folders of those", ["specs"])
    .option("--out <dir>", "folder of packages", "generated")
    .addOption(json())
    .addHelpText(
      "after",
      examples(["docwright generate specs/ga-20191120 --out packages", "one product"]),
    )
    .action(async (folders: string[], flags: { out: string; json?: boolean }) => {
      const { runGenerate } = await import("./generate-command.ts");
      end(await runGenerate(folders, flags, output));
    });

  project(program.command("build"))
    .description("pages → specs → packages, as far as they have changed")
    .addOption(json())
    .addHelpText(
      "after",
      examples(
        [
          "docwright build",
          "what docwright.config.* says; without one, all pages below specs/*/pages",
        ],
        [
          "docwright build docs/ecs --out packages",
          "every product that the pages below docs/ecs state",
        ],
        [
          "docwright build --language en --language zh",
          "English pages first, where there are several",
        ],
      ),
    )
    .action(async (pages: string[], flags: ProjectOptions & { json?: boolean }) => {
      const { runBuild } = await import("./build-command.ts");
      end(await runBuild(wordsOf(pages, flags), output));
    });

  project(program.command("check"))
    .description(
      "what is on disk is what pages and specs give; the samples hold; the types compile",
    )
    .addOption(json())
    .addHelpText(
      "after",
      examples(["docwright check", "in CI: exit code 1 when something is stale"]),
    )
    .action(async (pages: string[], flags: ProjectOptions & { json?: boolean }) => {
      const { runCheck } = await import("./check-command.ts");
      end(await runCheck(wordsOf(pages, flags), output));
    });

  project(program.command("watch"))
    .description("builds now and after each change")
    .addHelpText("after", examples(["docwright watch", "until Ctrl+C"]))
    .action(async (pages: string[], flags: ProjectOptions) => {
      const { runWatch } = await import("./watch-command.ts");
      end(await runWatch(wordsOf(pages, flags), output));
    });

  program
    .command("init")
    .description("writes docwright.config.* for the pages below some folders")
    .argument("<pages...>", "folders of pages")
    .addOption(
      new Option("--format <format>", "how it is written").choices(configFormats).default("yaml"),
    )
    .option("--force", "write over one that is there")
    .addHelpText("after", examples(["docwright init docs", "every product that the pages state"]))
    .action(async (folders: string[], flags: { format: ConfigFormat; force?: boolean }) => {
      const { runInit } = await import("./init-command.ts");
      end(await runInit(folders, flags, output));
    });

  program
    .command("inspect")
    .description("what is read from each page, and what is wrong with it")
    .addArgument(new Argument("<pages...>", "pages, or folders of pages"))
    .option("--jsonl", "one JSON object for each page")
    .addHelpText(
      "after",
      examples(["docwright inspect docs --jsonl > pages.jsonl", "every page below docs"]),
    )
    .action(async (pages: string[], flags: { jsonl?: boolean }) => {
      const { runInspect } = await import("./inspect-command.ts");
      end(await runInspect(pages, flags, output));
    });

  program
    .command("endpoint")
    .description("a loopback server that stands in for the service")
    .argument("[dir]", "folder of specs", "specs")
    .option("--port <number>", "port; 0 takes any that is free", parsePort, 0)
    .option("--access-key-id <id>", "the key that it knows (default: testid)")
    .option("--access-key-secret <secret>", "the key's secret (default: testsecret)")
    .addOption(
      new Option("--fail <action:code[:times]>", "answer with a documented error first").argParser(
        parseFail,
      ),
    )
    .addHelpText(
      "after",
      examples(
        ["docwright endpoint --port 8080", "serves all specs on http://127.0.0.1:8080"],
        [
          "curl -X POST 'http://127.0.0.1:8080/endpoint/fail?action=A&code=B'",
          "the next call of A fails with B",
        ],
        ["curl http://127.0.0.1:8080/endpoint/calls", "what was called so far"],
      ),
    )
    .action(async (folder: string, flags: EndpointFlags) => {
      const { runEndpoint } = await import("./endpoint-command.ts");
      end(await runEndpoint(folder, flags, output));
    });

  return program;
}

interface ProjectOptions {
  readonly config?: string;
  readonly specs?: string;
  readonly out?: string;
  readonly templates?: string;
  readonly language?: readonly string[];
}

/** The flags of commands that are about a project. They win over its configuration. */
function project(command: Command): Command {
  return command
    .argument("[pages...]", "folders of pages, or single pages (default: as configured)")
    .option("--config <file>", "the configuration (default: docwright.config.* where it runs)")
    .option("--specs <dir>", "folder of specs (default: as configured, else specs)")
    .option("--out <dir>", "folder of packages (default: as configured, else generated)")
    .option("--templates <dir>", "folder of templates that take the place of built-in ones")
    .option(
      "--language <language>",
      "language or folder whose pages are preferred; again for the next one",
      (language: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), language],
    );
}

function wordsOf<Rest extends object>(
  pages: readonly string[],
  { out, language, ...rest }: ProjectOptions & Rest,
) {
  return {
    ...rest,
    pages,
    ...(out === undefined ? {} : { output: out }),
    ...(language === undefined ? {} : { languages: language }),
  };
}

interface EndpointFlags {
  readonly port: number;
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly fail?: readonly Failure[];
}

interface Failure {
  readonly action: string;
  readonly code: string;
  readonly times: number;
}

function json(): Option {
  return new Option("--json", "print the result as JSON");
}

function examples(...lines: readonly (readonly [command: string, what: string])[]): string {
  const shown = lines.map(([command, what]) => `  ${command}\n      ${what}\n`);
  return ["\nExamples:\n", ...shown].join("");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  }
  return port;
}

function parseFail(text: string, earlier: readonly Failure[] | undefined): readonly Failure[] {
  const [action = "", code = "", times = "1"] = text.split(":");
  if (action === "" || code === "" || !/^[1-9]\d*$/.test(times)) {
    throw new InvalidArgumentError("Write it as Action:Code or Action:Code:times.");
  }
  return [...(earlier ?? []), { action, code, times: Number(times) }];
}
