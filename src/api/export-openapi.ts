import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OpenapiDocument } from "../openapi/document.ts";
import { fillLimits } from "../text/fill-limits.ts";
import type { Limits } from "../text/limits.ts";
import { isFine } from "./is-fine.ts";

/** Which specs documents are made of. Paths are relative to where the process runs. */
export interface ExportOptions {
  /** Folders of one product and version each, or folders of those. Default: `specs`. */
  readonly specs?: readonly string[];
  /** What specs may have at most. Default: the usual limits. */
  readonly limits?: Partial<Limits>;
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
  specs = ["specs"],
  limits,
}: ExportOptions = {}): Promise<ExportReport> {
  const { findProducts } = await import("../find-products.ts");
  const { loadProduct } = await import("../spec/load-product.ts");
  const { folderName } = await import("../spec/folder-name.ts");
  const { describeProduct } = await import("../openapi/describe-product.ts");
  const diagnostics: Diagnostic[] = [];
  const documents: ExportedDocument[] = [];
  const filled = fillLimits(limits);
  for (const folder of await findProducts(specs, diagnostics)) {
    const { product, operations, diagnostics: found } = await loadProduct(folder, filled);
    for (const one of found) diagnostics.push(one);
    if (product === undefined) continue;
    documents.push({
      name: folderName(product),
      operations: operations.length,
      document: describeProduct(product, operations),
    });
  }
  return { ok: isFine(diagnostics), documents, diagnostics };
}
