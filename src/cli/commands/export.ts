import { Command, Option } from "commander";
import { join } from "node:path";
import type { ExportedDocument } from "../../api/export-openapi.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { configOption } from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface ExportFlags extends LimitFlags {
  readonly config?: string;
  readonly out?: string;
  readonly format: "json" | "yaml";
  readonly json?: boolean;
}

/** `docwright export openapi`: converts specs and overlays to OpenAPI documents. */
export function exportCommand({ output, end }: Context): Command {
  const openapi = createCommand("openapi", {
    summary: "specs, with their overlays → OpenAPI 3.1",
    description:
      "Makes an OpenAPI 3.1 document of the specs of each product's version. One document goes to stdout, " +
      "several go into a folder.",
    files: [
      ["specs/<product>-<version>/", "product.yaml, operations/ and overlays/; read"],
      ["<out>/<product>-<version>.openapi.json", "the document; written, with --out"],
    ],
    examples: [
      ["docwright export openapi specs/ga-20191120 > ga.json", "one product"],
      ["docwright export openapi --out openapi --format yaml", "every product in specs"],
    ],
    findings: "a spec or an overlay has an error",
  })
    .argument(
      "[dirs...]",
      "folders of a product's version, or folders of those (default: as configured)",
    )
    .addOption(configOption())
    .option("--out <dir>", "folder of documents")
    .addOption(
      new Option("--format <format>", "how documents are written")
        .choices(["json", "yaml"])
        .default("json"),
    )
    .addOption(jsonOption())
    .action(async (specs: string[], flags: ExportFlags) => {
      end(await runExport(specs, flags, output));
    });
  return new Command("export")
    .summary("specs → formats of others")
    .description("Specs, with their overlays, in formats that other programs read.")
    .addCommand(addLimitOptions(openapi));
}

async function runExport(
  specs: readonly string[],
  { out, format, json = false, ...options }: ExportFlags,
  output: Output,
): Promise<number> {
  const { exportOpenapi } = await import("../../api/export-openapi.ts");
  const { tryWrite } = await import("../../api/try-write.ts");
  const { writeFiles } = await import("../../output/write-files.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const report = await exportOpenapi({
    ...(specs.length === 0 ? {} : { specs }),
    ...options,
  });
  const diagnostics: Diagnostic[] = [...report.diagnostics];
  const { documents } = report;
  const [only, ...others] = documents;
  if (out === undefined && !json && only !== undefined && others.length === 0) {
    output.out(await textOf(only, format));
    return showDiagnostics(diagnostics, output);
  }
  const folder = out ?? "openapi";
  const written: string[] = [];
  if (!json || out !== undefined) {
    const files = new Map<string, string>();
    for (const one of documents) {
      files.set(`${one.name}.openapi.${format}`, await textOf(one, format));
    }
    const result = await tryWrite(folder, () => writeFiles(folder, files), diagnostics);
    for (const one of result === undefined ? [] : documents) {
      const path = join(folder, `${one.name}.openapi.${format}`);
      written.push(displayPath(path));
      if (!json) output.out(`${path}: ${count(one.operations, "operation")}\n`);
    }
  }
  if (json) {
    const shown = out === undefined ? documents : documents.map(({ document, ...rest }) => rest);
    return printJson({ documents: shown, written }, diagnostics, output);
  }
  return showDiagnostics(diagnostics, output);
}

async function textOf(
  { document }: ExportedDocument,
  format: ExportFlags["format"],
): Promise<string> {
  if (format === "json") {
    const { printDocument } = await import("../output/print-document.ts");
    return printDocument(document);
  }
  const { printDocumentYaml } = await import("../output/print-document-yaml.ts");
  return printDocumentYaml(document);
}
