import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findPages } from "../find-pages.ts";
import { inspect, type Inspection } from "../inspect.ts";
import { readPages } from "../read-pages.ts";
import { readProduct } from "../spec/read-product.ts";
import type { Product } from "../spec/product.ts";
import { fillLimits } from "../text/fill-limits.ts";
import type { Limits } from "../text/limits.ts";
import { exit } from "./output/exit-code.ts";
import { visible } from "../text/visible.ts";
import type { Output } from "./output/output.ts";
import { showDiagnostics } from "./output/show-diagnostics.ts";
import { showProgress } from "./output/show-progress.ts";

/**
 * `docwright inspect`: what is read from each page. It never stops at a bad page; what is wrong with a
 * page is part of its line. Only a page that was named itself makes the command fail.
 */
export async function runInspect(
  paths: readonly string[],
  { jsonl, limits: given }: { readonly jsonl?: boolean; readonly limits?: Partial<Limits> },
  plainOutput: Output,
): Promise<number> {
  // What is printed on the terminal shows by itself how far it is; a pipe may end there, too.
  const bar = showProgress(plainOutput.intoFile === true ? plainOutput.terminal : undefined);
  const output = bar.over(plainOutput);
  const diagnostics: Diagnostic[] = [];
  const limits = fillLimits(given);
  let status: number = exit.ok;
  const products = new Map<string, Product | undefined>();
  for (const page of readPages(findPages(paths, diagnostics), diagnostics, limits, bar.report)) {
    const { home, named } = page.found;
    if (home !== undefined && !products.has(home))
      products.set(home, await readProduct(home, [], limits));
    const fallback = home === undefined ? undefined : products.get(home);
    const result = inspect(page, fallback === undefined ? {} : { fallback });
    if (result.inspection !== undefined) {
      output.out(
        jsonl === true ? `${JSON.stringify(result.inspection)}\n` : table(result.inspection),
      );
    }
    if (named) status = Math.max(status, showDiagnostics(result.diagnostics, output));
    else if (jsonl !== true && result.inspection !== undefined) {
      showDiagnostics(result.diagnostics, output);
    }
  }
  bar.end();
  return Math.max(status, showDiagnostics(diagnostics, output));
}

function table({ file, product, version, action, request, response, errors }: Inspection): string {
  const lines = [
    `${file}: ${product ?? "?"} ${version ?? "?"} ${action}`,
    `  request (${request.length})`,
    ...request.map(
      ({ path, type, required }) => `    ${path}: ${type}${required ? ", required" : ""}`,
    ),
    `  response (${response.length})`,
    ...response.map(({ path, type }) => `    ${path}: ${type}`),
    `  errors (${errors.length})`,
    ...errors.map(({ httpStatus, code }) => `    ${httpStatus ?? "?"} ${code}`),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}
