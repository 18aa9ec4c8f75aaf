import { join } from "node:path";
import { extract } from "../extract.ts";
import { writeFiles } from "../output/write-files.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showProgress } from "./show-progress.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { tryWrite } from "./try-write.ts";

/** `docwright extract`: pages → operation specs. */
export async function runExtract(
  pages: readonly string[],
  { out: folder, json }: { readonly out: string; readonly json?: boolean },
  output: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : output.terminal);
  const extraction = await extract(pages.length === 0 ? [folder] : pages, folder, bar.report);
  bar.end();
  const diagnostics = [...extraction.diagnostics];
  const { files, stale } = extraction;
  const result = await tryWrite(folder, () => writeFiles(folder, files, stale), diagnostics);
  const show = (path: string) => displayPath(join(folder, path));
  const written = (result?.written ?? []).map(show);
  const removed = (result?.removed ?? []).map(show);
  const unchanged = result?.unchanged ?? 0;
  if (json === true) {
    const found = diagnosticsJson(diagnostics);
    output.out(`${JSON.stringify({ written, removed, unchanged, diagnostics: found })}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  for (const path of removed) output.out(`removed ${path}\n`);
  const specs = count(extraction.specs.length, "spec");
  output.out(`${specs}: ${count(written.length, "file")} written, ${unchanged} unchanged\n`);
  return status;
}
