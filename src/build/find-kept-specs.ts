import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { readOperation } from "../spec/read-operation.ts";
import type { Limits } from "../text/limits.ts";
import { readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";
import { digest } from "./digest.ts";
import type { SpecOperation } from "./derive-specs.ts";

/** Specs on disk that no page of this build has made. */
export interface KeptSpecs {
  /** Those that stay: their page has an error now, or is none of this build's. */
  readonly operations: readonly SpecOperation[];
  /** Those whose page is gone, or documents something else by now. */
  readonly stale: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build knows when it decides what becomes of a spec. */
export interface SpecFacts {
  /** All pages of the build, as absolute paths. */
  readonly pages: ReadonlySet<string>;
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** Whether the product's version has pages at all: specs alone have none to lose. */
  readonly hasPages: boolean;
  /** What a spec may have at most. */
  readonly limits: Limits;
}

/** Decides what becomes of specs that no page has made. */
export function findKeptSpecs(
  specs: readonly string[],
  { pages, broken, hasPages, limits }: SpecFacts,
): KeptSpecs {
  const operations: SpecOperation[] = [];
  const stale: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of specs) {
    const source = readSpec(path, limits, diagnostics);
    if (source === undefined) continue;
    const operation = readOperation(source, createReporter(source, diagnostics))?.value;
    if (operation === undefined) continue;
    const page = join(dirname(dirname(path)), operation.page);
    const gone = existsSync(page)
      ? pages.has(page) && !broken.includes(operation.action)
      : hasPages;
    if (gone) stale.push(path);
    else {
      operations.push({
        action: operation.action,
        spec: path,
        of: { product: operation.product, version: operation.version },
        key: digest(source.text),
        read: () => operation,
      });
    }
  }
  return { operations, stale, diagnostics };
}

function readSpec(path: string, limits: Limits, diagnostics: Diagnostic[]): Source | undefined {
  try {
    return readSource(path, { limits, size: "specBytes" });
  } catch (error) {
    reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
    return undefined;
  }
}
