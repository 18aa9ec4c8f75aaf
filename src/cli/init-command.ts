import { existsSync, writeFileSync } from "node:fs";
import { suggestConfig } from "../build/suggest-config.ts";
import type { ConfigFormat } from "../config/config-formats.ts";
import { printConfig } from "../config/print-config.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { tryWrite } from "./try-write.ts";

/** `docwright init`: writes a configuration for the pages below some folders. */
export async function runInit(
  folders: readonly string[],
  { format, force }: { readonly format: ConfigFormat; readonly force?: boolean },
  output: Output,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const file = `docwright.config.${format}`;
  const config = suggestConfig(process.cwd(), folders, diagnostics);
  const products = config.products ?? [];
  if (products.length === 0 && diagnostics.length === 0) {
    for (const path of folders) {
      reportPath(path, "extract/no-pages", { folder: displayPath(path) }, diagnostics);
    }
  } else if (existsSync(file) && force !== true) {
    reportPath(file, "config/exists", {}, diagnostics);
  } else {
    const write = () => {
      writeFileSync(file, printConfig(config, format));
      output.out(`wrote ${file}: ${count(products.length, "product")}. Now run docwright build.\n`);
    };
    await tryWrite(file, write, diagnostics);
  }
  return showDiagnostics(diagnostics, output);
}
