import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { emitPackage } from "./emit/emit-package.ts";
import { buildPackage } from "./model/build-package.ts";
import type { PackageModel } from "./model/package-model.ts";
import { runtimeNames } from "./model/runtime-names.ts";
import { packageRoot } from "./package-root.ts";
import { folderName } from "./spec/folder-name.ts";
import { loadProduct } from "./spec/load-product.ts";
import type { Operation } from "./spec/operation.ts";

/** What a product's folder becomes. */
export interface Generation {
  /** The package's folder, `ga-20191120`. Missing where something in the product's folder is wrong. */
  readonly folder?: string;
  /** Text by path, below the package's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly model?: PackageModel;
  /** The operations in it, with overlays applied. */
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Specs, with overlays applied → the files of a package. */
export async function generate(specFolder: string): Promise<Generation> {
  const { product, operations, diagnostics } = await loadProduct(specFolder);
  if (product === undefined) return { files: new Map(), operations, diagnostics };
  const model = buildPackage(product, operations, runtimeNames);
  const files = emitPackage(model, {
    templates: await readTree(join(packageRoot, "templates"), ".hbs"),
    runtime: await readTree(join(packageRoot, "src/runtime"), ".ts"),
  });
  return { folder: folderName(product), files, model, operations, diagnostics };
}

async function readTree(folder: string, ending: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const names = await readdir(folder, { recursive: true });
  for (const name of names.sort()) {
    if (!name.endsWith(ending)) continue;
    files.set(name.split(sep).join("/"), await readFile(join(folder, name), "utf8"));
  }
  return files;
}
