import { suggestConfig } from "../build/suggest-config.ts";
import { findConfigs } from "../config/find-configs.ts";
import type { ConfigFormat } from "../config/config-formats.ts";
import { printConfig } from "../config/print-config.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { writeFiles } from "../output/write-files.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { tryWrite } from "../api/try-write.ts";

/** Flags of `docwright init`. */
interface InitFlags {
  readonly format: ConfigFormat;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `docwright init`: writes a configuration for the pages below some folders. */
export async function runInit(
  folders: readonly string[],
  { format, force, json }: InitFlags,
  output: Output,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  const file = `docwright.config.${format}`;
  const config = suggestConfig(process.cwd(), folders, diagnostics);
  const products = config.products ?? [];
  const there = findConfigs(process.cwd());
  const other = there.find((name) => name !== file);
  if (products.length === 0) {
    // Where a folder cannot be read, that has been said.
    for (const path of diagnostics.length === 0 ? folders : []) {
      reportPath(path, "extract/no-pages", { folder: displayPath(path) }, diagnostics);
    }
  } else if (other !== undefined) {
    reportPath(file, "config/several", { other }, diagnostics);
  } else if (there.length > 0 && force !== true) {
    reportPath(file, "config/exists", {}, diagnostics);
  } else {
    const text = printConfig(config, format);
    const write = () => writeFiles(process.cwd(), new Map([[file, text]]));
    if ((await tryWrite(file, write, diagnostics)) !== undefined) written.push(file);
  }
  if (json === true) {
    const report = { written, products, diagnostics: diagnosticsJson(diagnostics) };
    output.out(`${JSON.stringify(report)}\n`);
    return exitCode(diagnostics);
  }
  for (const path of written) {
    output.out(`wrote ${path}: ${count(products.length, "product")}. Now run docwright build.\n`);
  }
  return showDiagnostics(diagnostics, output);
}
