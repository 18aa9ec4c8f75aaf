import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportOpenapi, type ExportedDocument } from "../api/export-openapi.ts";
import { tryWrite } from "../api/try-write.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticsJson } from "../diagnostics/diagnostics-json.ts";
import type { Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";
import { count } from "./output/count.ts";
import { exitCode } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";

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
    for (const one of documents) {
      const path = join(folder, `${one.name}.openapi.${format}`);
      const text = await textOf(one, format);
      const write = () => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, text);
        return true;
      };
      if ((await tryWrite(path, write, diagnostics)) !== true) continue;
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
