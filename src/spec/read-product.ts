import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import { product as productSchema } from "./product-schema.ts";
import type { Product } from "./product.ts";
import { readYaml } from "./read-yaml.ts";
import { yamlFiles } from "./yaml-files.ts";

/** `product.yaml` of a folder; nothing where there is none or it is not valid. */
export async function readProduct(
  folder: string,
  diagnostics: Diagnostic[],
  limits: Limits = defaultLimits,
): Promise<Product | undefined> {
  const [source] = await yamlFiles(folder, limits, diagnostics, (name) => name === "product.yaml");
  if (source === undefined) return undefined;
  return readYaml(source, productSchema, createReporter(source, diagnostics))?.value;
}
