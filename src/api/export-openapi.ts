import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OpenapiDocument } from "../openapi/document.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/**
 * Options of {@link exportOpenapi}. Paths are relative to `folder`, by default the working
 * directory.
 */
export interface ExportOptions extends Pick<ProjectOptions, "folder" | "config" | "limits"> {
  /**
   * Folders of one product version each, or folders of those. Default: as configured, else `specs`.
   */
  readonly specs?: readonly string[];
}

/** A product's operations as an OpenAPI document. */
export interface ExportedDocument {
  /** Product and version, as in folder names: `ga-20191120`. */
  readonly name: string;
  /** The number of its operations. */
  readonly operations: number;
  /** The document, as plain data. */
  readonly document: OpenapiDocument;
}

/** The result of an export. */
export interface ExportReport {
  /** True without errors: each product has a document. */
  readonly ok: boolean;
  readonly documents: readonly ExportedDocument[];
  /** Diagnostics of specs and overlays. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Converts specs, overlays applied, to one OpenAPI 3.1 document for each product version:
 * `docwright export openapi`. A product with an error in its specs or overlays gets no document.
 *
 * @param options Options of the export. Default: the specs below `specs`.
 * @example
 * ```ts
 * import { exportOpenapi } from "docwright";
 * import { writeFileSync } from "node:fs";
 *
 * const { documents } = await exportOpenapi({ specs: ["specs"] });
 * for (const { name, document } of documents) {
 *   writeFileSync(`${name}.openapi.json`, JSON.stringify(document));
 * }
 * ```
 */
export async function exportOpenapi({
  specs,
  ...options
}: ExportOptions = {}): Promise<ExportReport> {
  const { project, diagnostics: faults } = await openProject(options);
  if (project === undefined) return { ok: false, documents: [], diagnostics: faults };
  const { configuredSpecs, loadProducts } = await import("../assemble/load-products.ts");
  const { folderName } = await import("../spec/product.ts");
  const { describeProduct } = await import("../openapi/describe-product.ts");
  const diagnostics: Diagnostic[] = [];
  const within = (path: string) => resolve(options.folder ?? "", path);
  const paths = specs?.map(within) ?? configuredSpecs(project, diagnostics);
  const products = await loadProducts(paths, project, diagnostics);
  const documents = products.flatMap(({ product, operations }): ExportedDocument[] => {
    if (product === undefined) return [];
    const document = describeProduct(product, operations);
    return [{ name: folderName(product), operations: operations.length, document }];
  });
  return { ok: isFine(diagnostics), documents, diagnostics };
}
