import { Option, type Command } from "commander";
import { configFormats, type ConfigFormat } from "../../config/config.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface InitFlags {
  readonly format: ConfigFormat;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `docwright init`: writes a configuration for the pages below some folders. */
export function initCommand({ output, end }: Context): Command {
  return createCommand("init", {
    summary: "write a configuration for the pages of some folders",
    description:
      "Reads pages, and writes a docwright.config.* with every product and version that they state, the " +
      "folder of each, and the languages of their folders.",
    files: [["docwright.config.yaml|json|ts|js", "the configuration; written where it runs"]],
    examples: [
      ["docwright init docs", "docwright.config.yaml"],
      ["docwright init docs --format ts", "docwright.config.ts, with types"],
    ],
    findings: "a page cannot be read, or there is a configuration already",
  })
    .argument("<pages...>", "folders of pages, or single pages")
    .addOption(
      new Option("--format <format>", "how it is written").choices(configFormats).default("yaml"),
    )
    .option("--force", "write over one that is there")
    .addOption(jsonOption())
    .action(async (folders: string[], flags: InitFlags) => {
      end(await runInit(folders, flags, output));
    });
}

async function runInit(
  folders: readonly string[],
  { format, force = false, json = false }: InitFlags,
  output: Output,
): Promise<number> {
  const { tryWrite } = await import("../../api/try-write.ts");
  const { suggestConfig } = await import("../../build/suggest-config.ts");
  const { findConfigs } = await import("../../config/find-configs.ts");
  const { printConfig } = await import("../../config/print-config.ts");
  const { reportPath } = await import("../../diagnostics/create-reporter.ts");
  const { writeFiles } = await import("../../output/write-files.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  const file = `docwright.config.${format}`;
  const config = await suggestConfig(process.cwd(), folders, diagnostics);
  const products = config.products ?? [];
  const there = findConfigs(process.cwd());
  const other = there.find((name) => name !== file);
  if (products.length === 0) {
    // Where a folder cannot be read, that has been said.
    for (const path of diagnostics.length === 0 ? folders : []) {
      reportPath(path, "extract/no-pages", { folder: displayPath(path), read: 0 }, diagnostics);
    }
  } else if (other !== undefined) {
    reportPath(file, "config/several", { other }, diagnostics);
  } else if (there.length > 0 && !force) {
    reportPath(file, "config/exists", {}, diagnostics);
  } else {
    const text = printConfig(config, format);
    const write = () => writeFiles(process.cwd(), new Map([[file, text]]));
    if ((await tryWrite(file, write, diagnostics)) !== undefined) written.push(file);
  }
  if (json) return printJson({ written, products }, diagnostics, output);
  for (const path of written) {
    output.out(`wrote ${path}: ${count(products.length, "product")}. Now run docwright build.\n`);
  }
  return showDiagnostics(diagnostics, output);
}
