import { join } from "node:path";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { displayPath } from "../text/read-source.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import type { Source } from "../text/source.ts";
import { applyOverlays, type AppliedAction } from "../spec/apply-overlays.ts";
import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { readOperation } from "../spec/read-operation.ts";
import { readProduct } from "../spec/read-product.ts";
import type { Located } from "../spec/read-yaml.ts";
import { yamlFiles } from "../spec/yaml-files.ts";

/** A product's folder as it is to be used: its operations with all overlays applied. */
export interface LoadedProduct {
  /** Missing where something in the folder is wrong. */
  readonly product?: Product;
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Found {
  readonly operation: Operation;
  readonly located: Located<Operation>;
  readonly source: Source;
}

/**
 * Reads `product.yaml`, `operations/` and `overlays/` of a product's folder. `applied` is told of each
 * correction.
 */
export async function loadProduct(
  folder: string,
  limits: Limits = defaultLimits,
  applied?: (one: AppliedAction) => void,
): Promise<LoadedProduct> {
  const diagnostics: Diagnostic[] = [];
  const stated = await readProduct(folder, diagnostics, limits);
  const productBroken = diagnostics.length > 0;
  const found = await readOperations(folder, limits, diagnostics);
  const [first] = found;
  if (first === undefined) {
    if (diagnostics.length === 0) {
      reportPath(folder, "spec/no-operations", { folder: displayPath(folder) }, diagnostics);
    }
    return { operations: [], diagnostics };
  }
  const { product, version } = stated ?? first.operation;
  for (const { operation, located, source } of found) {
    if (operation.product === product && operation.version === version) continue;
    const parameters = {
      found: `${operation.product} ${operation.version}`,
      expected: `${product} ${version}`,
    };
    const key = operation.product === product ? "version" : "product";
    createReporter(source, diagnostics)("spec/other-product", located.spanOf([key]), parameters);
  }
  if (stated?.endpoint === undefined && !productBroken) {
    reportPath(join(folder, "product.yaml"), "spec/no-endpoint", {}, diagnostics);
  }
  const read = new Map(found.map(({ operation }) => [operation.action, operation]));
  const overlaid = await applyOverlays(
    folder,
    { actions: [...read.keys()], limits, read: (action) => read.get(action) ?? first.operation },
    diagnostics,
    applied,
  );
  const operations = [...new Map([...read, ...overlaid]).values()];
  const broken = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...(broken ? {} : { product: stated ?? { product, version } }),
    operations,
    diagnostics,
  };
}

async function readOperations(
  folder: string,
  limits: Limits,
  diagnostics: Diagnostic[],
): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const source of await yamlFiles(join(folder, "operations"), limits, diagnostics)) {
    const report = createReporter(source, diagnostics);
    if (found.size === limits.operations) {
      const parameters = { found: found.size + 1, allowed: limits.operations };
      report("limit/operations", { start: 0, end: 0 }, parameters);
      break;
    }
    const located = readOperation(source, report);
    if (located === undefined) continue;
    const { action } = located.value;
    const earlier = found.get(action);
    if (earlier === undefined) found.set(action, { operation: located.value, located, source });
    else {
      const parameters = { action, path: earlier.source.path };
      report("spec/duplicate-operation", located.spanOf(["action"]), parameters);
    }
  }
  return [...found.values()];
}
