import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { emitPackage } from "../emit/emit-package.ts";
import { buildPackage } from "../model/build-package.ts";
import type { PackageModel } from "../model/package-model.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { readMaterials } from "./read-materials.ts";
import { folderName } from "../spec/folder-name.ts";
import { loadProduct } from "./load-product.ts";
import type { Operation } from "../spec/operation.ts";
import type { Limits } from "../text/limits.ts";

/** What a product's folder becomes. */
export interface Generation {
  /** The package's folder, `ga-20191120`. Missing where something in the product's folder or a template is wrong. */
  readonly folder?: string;
  /** Text by path, below the package's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly model?: PackageModel;
  /** The operations in it, with overlays applied. */
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How a package is made, besides what its folder says. */
export interface GenerateOptions {
  /** A folder of templates that take the place of ours, or add files. */
  readonly templates?: string;
  /** What specs may have at most. Default: the usual limits. */
  readonly limits?: Limits;
}

/** Specs, with overlays applied → the files of a package. */
export async function generate(
  specFolder: string,
  { templates, limits }: GenerateOptions = {},
): Promise<Generation> {
  const { product, operations, diagnostics: found } = await loadProduct(specFolder, limits);
  if (product === undefined) return { files: new Map(), operations, diagnostics: found };
  const diagnostics = [...found];
  const model = buildPackage(product, operations, runtimeNames);
  const materials = await readMaterials(templates, diagnostics);
  const files =
    materials === undefined
      ? new Map<string, string>()
      : await emitPackage(model, materials, diagnostics);
  // A template of the user's may have failed: then nothing of the package is written.
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { files: new Map(), operations, diagnostics };
  }
  return { folder: folderName(product), files, model, operations, diagnostics };
}
