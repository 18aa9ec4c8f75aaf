import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { displayPath, readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";
import { applyOverlay } from "./apply-overlay.ts";
import type { Operation } from "./operation.ts";
import { overlay as overlaySchema } from "./overlay-schema.ts";
import { product as productSchema } from "./product-schema.ts";
import type { Product } from "./product.ts";
import { readOperation } from "./read-operation.ts";
import { readYaml, type Located } from "./read-yaml.ts";
import { suggest } from "./suggest.ts";

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

/** Reads `product.yaml`, `operations/` and `overlays/` of a product's folder. */
export async function loadProduct(folder: string): Promise<LoadedProduct> {
  const diagnostics: Diagnostic[] = [];
  const stated = await readProduct(folder, diagnostics);
  const productBroken = diagnostics.length > 0;
  const found = await readOperations(folder, diagnostics);
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
  const operations = await applyOverlays(
    folder,
    found.map(({ operation }) => operation),
    diagnostics,
  );
  const broken = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...(broken ? {} : { product: stated ?? { product, version } }),
    operations,
    diagnostics,
  };
}

/** `product.yaml` of a folder; nothing where there is none or it is not valid. */
export async function readProduct(
  folder: string,
  diagnostics: Diagnostic[],
): Promise<Product | undefined> {
  const [source] = await yamlFiles(folder, diagnostics, (name) => name === "product.yaml");
  if (source === undefined) return undefined;
  return readYaml(source, productSchema, createReporter(source, diagnostics))?.value;
}

async function readOperations(folder: string, diagnostics: Diagnostic[]): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const source of await yamlFiles(join(folder, "operations"), diagnostics)) {
    const report = createReporter(source, diagnostics);
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

async function applyOverlays(
  folder: string,
  operations: readonly Operation[],
  diagnostics: Diagnostic[],
): Promise<Operation[]> {
  const byAction = new Map(operations.map((operation) => [operation.action, operation]));
  for (const source of await yamlFiles(join(folder, "overlays"), diagnostics)) {
    const report = createReporter(source, diagnostics);
    const overlay = readYaml(source, overlaySchema, report);
    overlay?.value.actions.forEach((action, index) => {
      const span = overlay.spanOf(["actions", index, "target"]);
      const name = action.target.operation;
      const operation = byAction.get(name);
      if (operation === undefined) {
        const known = suggest(name, [...byAction.keys()]) ?? [...byAction.keys()].join(", ");
        report("overlay/no-target", span, { target: `operation ${name}`, known });
      } else {
        byAction.set(name, applyOverlay(operation, action, { span, report }));
      }
    });
  }
  return [...byAction.values()];
}

/** The YAML files of a folder in the order of their names; none where there is no such folder. */
async function yamlFiles(
  folder: string,
  diagnostics: Diagnostic[],
  wanted = (name: string) => /\.ya?ml$/.test(name),
): Promise<Source[]> {
  const sources: Source[] = [];
  const names = await readable(folder, () => readdir(folder), diagnostics);
  for (const name of (names ?? []).filter(wanted).sort()) {
    const path = join(folder, name);
    const source = await readable(path, () => readSource(path), diagnostics);
    if (source !== undefined) sources.push(source);
  }
  return sources;
}

/** What is read from a path; nothing where there is nothing, or where that cannot be read. */
async function readable<T>(
  path: string,
  read: () => T | Promise<T>,
  diagnostics: Diagnostic[],
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    reportPath(path, "file/unreadable", { reason: message }, diagnostics);
    return undefined;
  }
}
