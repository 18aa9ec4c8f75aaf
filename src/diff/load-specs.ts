import { addAll } from "../diagnostics/add-all.ts";
import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { loadProducts } from "../assemble/load-products.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { displayPath } from "../text/read-source.ts";
import { checkOut, type CheckedOut, type SpecsPlace } from "./check-out.ts";
import { findCommit, findRepository } from "./find-repository.ts";
import { RevisionError } from "./revision-error.ts";

/** A product with its operations, overlays applied. */
export interface ComparedProduct {
  readonly product: Product;
  readonly operations: readonly Operation[];
}

/**
 * Loads the products of a folder of specs, or of a git revision. A name that is a folder means the
 * folder; no name means the project's specs. Products with errors in specs or overlays are reported
 * and omitted.
 */
export async function loadSpecs(
  name: string | undefined,
  place: SpecsPlace,
  diagnostics: Diagnostic[],
): Promise<ComparedProduct[]> {
  if (name === undefined) return loadAll(place.specs, place, diagnostics);
  const folder = resolve(place.folder, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) {
    if (!isPath(name) && isRevision(name, place.folder)) {
      reportPath(folder, "diff/ambiguous-name", { name }, diagnostics);
      return [];
    }
    return loadAll(folder, place, diagnostics);
  }
  const copy = checkOut(name, place, diagnostics);
  if (copy === undefined) return [];
  const found: Diagnostic[] = [];
  try {
    return await loadAll(copy.folder, place, found);
  } finally {
    for (const one of found) {
      const { source, message } = one;
      const path = restore(source.path, name, copy);
      diagnostics.push({
        ...one,
        message: restore(message, name, copy),
        source: { ...source, path },
      });
    }
    copy.remove();
  }
}

/** True if a name can only be a path: `./specs`, `../specs`, `specs/`, `/specs`. */
function isPath(name: string): boolean {
  return isAbsolute(name) || /^\.\.?(?:[/\\]|$)|[/\\]$/.test(name);
}

/** True if the name is a revision. A folder of the same name must not hide a branch. */
function isRevision(name: string, folder: string): boolean {
  try {
    findCommit(name, findRepository(folder));
    return true;
  } catch (error) {
    if (error instanceof RevisionError) return false;
    throw error;
  }
}

/** Replaces paths of the copy in a text with paths of the revision. */
function restore(text: string, revision: string, { folder, pathOf }: CheckedOut): string {
  const [before = "", ...parts] = text.split(displayPath(folder));
  const named = parts.map((part) =>
    part.replace(/^(?:\/\w+(?:\.yaml|\.json)?)*/, (path) => `${revision}:${pathOf(path.slice(1))}`),
  );
  return [before, ...named].join("");
}

/** True for errors. Warnings about a product are reported by its build. */
function isOfSpecs({ severity, code }: Diagnostic): boolean {
  return severity === "error" || code === "spec/unusable-positions";
}

async function loadAll(
  folder: string,
  { project }: SpecsPlace,
  diagnostics: Diagnostic[],
): Promise<ComparedProduct[]> {
  const found: Diagnostic[] = [];
  const products = await loadProducts([folder], project, found);
  addAll(diagnostics, found.filter(isOfSpecs));
  return products.flatMap(({ product, operations }) =>
    product === undefined ? [] : [{ product, operations }],
  );
}
