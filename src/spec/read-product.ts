import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import { product as productSchema } from "./product-schema.ts";
import type { Product } from "./product.ts";
import { readYaml } from "./read-yaml.ts";
import { yamlFiles } from "./yaml-files.ts";

/** Reads `product.yaml` of a folder; returns `undefined` where it is missing or not valid. */
export async function readProduct(
  folder: string,
  diagnostics: Diagnostic[],
  limits: Limits = defaultLimits,
): Promise<Product | undefined> {
  const [source] = await yamlFiles(folder, limits, diagnostics, (name) => name === "product.yaml");
  if (source === undefined) return undefined;
  return readYaml(source, productSchema, createReporter(source, diagnostics))?.value;
}
