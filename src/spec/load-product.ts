import { join, posix } from "node:path";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { displayPath, readSource } from "../text/read-source.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import type { Source } from "../text/source.ts";
import { applyOverlays, type AppliedAction } from "./apply-overlays.ts";
import { joinPositions } from "./join-positions.ts";
import type { Operation } from "./operation.ts";
import { positionsPath } from "./positions-path.ts";
import type { Product } from "./product.ts";
import { readOperation } from "./read-operation.ts";
import { readProduct } from "./read-product.ts";
import type { Located } from "./read-yaml.ts";
import { yamlFiles } from "./yaml-files.ts";

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
 * Reads `product.yaml`, `operations/`, `positions/` and `overlays/` of a product's folder. `applied` is told of each
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
    if (earlier === undefined) {
      const operation = withPositions(located.value, { folder, source }, diagnostics);
      found.set(action, { operation, located, source });
    } else {
      const parameters = { action, path: earlier.source.path };
      report("spec/duplicate-operation", located.spanOf(["action"]), parameters);
    }
  }
  return [...found.values()];
}

/** An operation with its lines, where they are known: no positions file is no fault. */
function withPositions(
  operation: Operation,
  { folder, source }: { readonly folder: string; readonly source: Source },
  diagnostics: Diagnostic[],
): Operation {
  const path = positionsPath(join(folder, "operations", posix.basename(source.path)));
  try {
    const positions = readSource(path, { limits: source.limits, size: "specBytes" });
    return joinPositions(operation, positions, createReporter(positions, diagnostics));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return operation;
    reportPath(path, "spec/unusable-positions", { reason: message }, diagnostics);
    return operation;
  }
}
