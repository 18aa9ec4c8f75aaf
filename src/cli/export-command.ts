import { join } from "node:path";
import { exportOpenapi, type ExportedDocument } from "../api/export-openapi.ts";
import { tryWrite } from "../api/try-write.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import { writeFiles } from "../output/write-files.ts";
import type { Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./count.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** Flags of `docwright export openapi`. */
interface ExportFlags {
  readonly out?: string;
  readonly format: "json" | "yaml";
  readonly json?: boolean;
  readonly limits?: Partial<Limits>;
}

/** `docwright export openapi`: specs and overlays → OpenAPI documents. */
export async function runExport(
  specs: readonly string[],
  { out, format, json, ...options }: ExportFlags,
  output: Output,
): Promise<number> {
  const report = await exportOpenapi({ specs, ...options });
  const diagnostics: Diagnostic[] = [...report.diagnostics];
  const { documents } = report;
  const [only, ...others] = documents;
  if (out === undefined && json !== true && only !== undefined && others.length === 0) {
    output.out(await textOf(only, format));
    return showDiagnostics(diagnostics, output);
  }
  const folder = out ?? "openapi";
  const written: string[] = [];
  if (json !== true || out !== undefined) {
    const files = new Map<string, string>();
    for (const one of documents) {
      files.set(`${one.name}.openapi.${format}`, await textOf(one, format));
    }
    const result = await tryWrite(folder, () => writeFiles(folder, files), diagnostics);
    for (const one of result === undefined ? [] : documents) {
      const path = join(folder, `${one.name}.openapi.${format}`);
      written.push(displayPath(path));
      if (json !== true) output.out(`${path}: ${count(one.operations, "operation")}\n`);
    }
  }
  if (json === true) {
    const shown = out === undefined ? documents : documents.map(({ document, ...rest }) => rest);
    output.out(
      `${JSON.stringify({ documents: shown, written, diagnostics: diagnosticsJson(diagnostics) })}\n`,
    );
    return exitCode(diagnostics);
  }
  return showDiagnostics(diagnostics, output);
}

async function textOf(
  { document }: ExportedDocument,
  format: ExportFlags["format"],
): Promise<string> {
  if (format === "json") return `${JSON.stringify(document, null, 2)}\n`;
  const { stringify } = await import("yaml");
  return stringify(document, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
}
