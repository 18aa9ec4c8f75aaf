import { join } from "node:path";
import { checkRequestSample } from "./check/check-request-sample.ts";
import { createReporter } from "./diagnostics/create-reporter.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Code, Parameters } from "./diagnostics/registry.ts";
import { extract } from "./extract.ts";
import { findProducts } from "./find-products.ts";
import { generate } from "./generate.ts";
import { compareFiles, type Difference } from "./output/compare-files.ts";
import { readOwnership, withManifest } from "./output/manifest.ts";
import type { Operation } from "./spec/operation.ts";
import { displayPath, readSource } from "./text/read-source.ts";
import { createSource, type Source } from "./text/source.ts";

/** Where specs and packages lie. */
export interface Folders {
  readonly specs: string;
  readonly generated: string;
}

/** What is wrong on disk. */
export interface Checked {
  /** The packages that were looked at, by folder. */
  readonly packages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Holds specs against their pages, packages against their specs, and both against the samples. */
export async function check({ specs, generated }: Folders): Promise<Checked> {
  const diagnostics: Diagnostic[] = [];
  const packages: string[] = [];
  const extraction = await extract([specs], specs);
  diagnostics.push(...extraction.diagnostics);
  const differences = await compareFiles(specs, extraction.files, extraction.stale);
  for (const difference of differences) {
    reportStale(join(specs, difference.path), difference, "docwright extract", diagnostics);
  }
  for (const specFolder of await findProducts([specs], diagnostics)) {
    const result = await checkProduct(specFolder, generated, diagnostics);
    if (result !== undefined) packages.push(result);
  }
  return { packages, diagnostics };
}

async function checkProduct(
  specFolder: string,
  generated: string,
  diagnostics: Diagnostic[],
): Promise<string | undefined> {
  const { folder, files, model, operations, diagnostics: found } = await generate(specFolder);
  diagnostics.push(...found);
  if (folder === undefined || model === undefined) return undefined;
  const place = join(generated, folder);
  const expected = withManifest(files);
  const { owned } = await readOwnership(place);
  const stale = owned.filter((path) => !expected.has(path));
  const differences = await compareFiles(place, expected, stale);
  for (const difference of differences) {
    reportStale(join(place, difference.path), difference, "docwright generate", diagnostics);
  }
  for (const operation of operations) {
    checkRequestSamples(specFolder, operation, diagnostics);
  }
  if (differences.length > 0) return folder;
  // The compiler is slow to load, and of no use while something is stale.
  const { checkPackage } = await import("./check/check-package.ts");
  for (const { code, path, line, reason } of checkPackage(place, model)) {
    const file = join(code === "check/sample" ? specFolder : place, path);
    reportAt(file, line, code, { reason }, diagnostics);
  }
  return folder;
}

function checkRequestSamples(
  specFolder: string,
  operation: Operation,
  diagnostics: Diagnostic[],
): void {
  for (const sample of operation.samples) {
    if (sample.kind !== "request") continue;
    for (const reason of checkRequestSample(operation, sample)) {
      const page = join(specFolder, operation.page);
      reportAt(page, sample.line, "check/sample", { reason }, diagnostics);
    }
  }
}

const how: Readonly<Record<Difference["kind"], string>> = {
  missing: "it is missing",
  changed: "it differs from this line on",
  stale: "nothing makes it any more",
};

function reportStale(
  path: string,
  { kind, line = 1 }: Difference,
  command: string,
  diagnostics: Diagnostic[],
): void {
  reportAt(path, line, "check/stale", { how: how[kind], command }, diagnostics);
}

function readOrNothing(path: string): Source {
  try {
    return readSource(path);
  } catch {
    return createSource(displayPath(path), "");
  }
}

function reportAt<C extends Code>(
  path: string,
  line: number,
  code: C,
  parameters: Parameters<C>,
  diagnostics: Diagnostic[],
): void {
  const source = readOrNothing(path);
  const start = source.lineStarts[line - 1] ?? 0;
  const end = (source.lineStarts[line] ?? source.text.length + 1) - 1;
  createReporter(source, diagnostics)(code, { start, end: Math.max(start, end) }, parameters);
}
