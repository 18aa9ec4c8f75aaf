import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { findProducts } from "../find-products.ts";
import { generate, type Generation } from "../generate.ts";
import { readOwnership, withManifest } from "../output/manifest.ts";
import { writeFiles } from "../output/write-files.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";
import { showProgress } from "./show-progress.ts";
import { tryWrite } from "./try-write.ts";

/** Flags of `docwright generate`. */
interface GenerateFlags {
  readonly out: string;
  readonly templates?: string;
  readonly json?: boolean;
}

/** `docwright generate`: specs and overlays → packages. */
export async function runGenerate(
  folders: readonly string[],
  { out, templates, json }: GenerateFlags,
  plainOutput: Output,
): Promise<number> {
  const bar = showProgress(json === true ? undefined : plainOutput.terminal);
  const output = bar.over(plainOutput);
  const diagnostics: Diagnostic[] = [];
  const packages: object[] = [];
  const products = await findProducts(folders, diagnostics);
  for (const [index, specs] of products.entries()) {
    bar.report(index, products.length, "packages");
    const generation = await generate(specs, templates === undefined ? {} : { templates });
    diagnostics.push(...generation.diagnostics);
    const result = await writePackage(generation, out, diagnostics);
    if (result === undefined) continue;
    packages.push(result);
    if (json !== true) {
      const { folder, operations, written, removed, unchanged } = result;
      output.out(
        `${folder}: ${count(operations, "operation")}, ${written} files written, ${removed} removed, ${unchanged} unchanged\n`,
      );
    }
  }
  bar.end();
  if (json === true) {
    output.out(`${JSON.stringify({ packages, diagnostics: diagnosticsJson(diagnostics) })}\n`);
    return exitCode(diagnostics);
  }
  return showDiagnostics(diagnostics, output);
}

async function writePackage(generation: Generation, out: string, diagnostics: Diagnostic[]) {
  if (generation.folder === undefined) return undefined;
  const folder = join(out, generation.folder);
  const result = await tryWrite(
    folder,
    () => writeOwn(folder, generation, diagnostics),
    diagnostics,
  );
  return (
    result && {
      folder: displayPath(folder),
      operations: generation.operations.length,
      written: result.written.length,
      removed: result.removed.length,
      unchanged: result.unchanged,
    }
  );
}

/** Brings a package's folder up to date, if it is docwright's. */
async function writeOwn(folder: string, { files }: Generation, diagnostics: Diagnostic[]) {
  const { owned, foreign } = await readOwnership(folder);
  if (foreign) {
    const parameters = { folder: displayPath(folder) };
    reportPath(folder, "output/not-generated", parameters, diagnostics);
    return undefined;
  }
  const listed = withManifest(files);
  const stale = owned.filter((path) => !listed.has(path));
  return writeFiles(folder, listed, stale);
}
