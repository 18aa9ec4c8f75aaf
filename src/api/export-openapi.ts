import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OpenapiDocument } from "../openapi/document.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Which specs documents are made of. Paths are relative to where the process runs. */
export interface ExportOptions extends Pick<ProjectOptions, "folder" | "config" | "limits"> {
  /** Folders of one product and version each, or folders of those. Default: as configured, else `specs`. */
  readonly specs?: readonly string[];
}

/** A product's operations as an OpenAPI document. */
export interface ExportedDocument {
  /** Product and version, as folders are named by them: `ga-20191120`. */
  readonly name: string;
  /** How many operations it has. */
  readonly operations: number;
  /** The document, as plain data. */
  readonly document: OpenapiDocument;
}

/** What has been made of specs. */
export interface ExportReport {
  /** No finding is an error: every product has its document. */
  readonly ok: boolean;
  readonly documents: readonly ExportedDocument[];
  /** What is wrong with specs and overlays. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Specs, with overlays applied → OpenAPI 3.1 documents, one for each product and version: what
 * `docwright export openapi` does. A product with an error in its specs or overlays gets none.
 *
 * @param options Which specs to take. Default: those below `specs`.
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
