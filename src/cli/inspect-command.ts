import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findPages } from "../find-pages.ts";
import { inspect, type Inspection } from "../inspect.ts";
import { readPageFile } from "../read-page-file.ts";
import { readProduct } from "../spec/load-product.ts";
import { exit } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/**
 * `docwright inspect`: what is read from each page. It never stops at a bad page; what is wrong with a
 * page is part of its line. Only a page that was named itself makes the command fail.
 */
export async function runInspect(
  paths: readonly string[],
  { jsonl }: { readonly jsonl?: boolean },
  output: Output,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  let status: number = exit.ok;
  for (const page of await findPages(paths, diagnostics)) {
    const source = await readPageFile(page.path, diagnostics);
    if (source === undefined) continue;
    const fallback = page.home === undefined ? undefined : await readProduct(page.home, []);
    const context = fallback === undefined ? {} : { fallback };
    const result = inspect(source, { page: page.file, file: page.file, ...context });
    if (result.inspection !== undefined) {
      output.out(
        jsonl === true ? `${JSON.stringify(result.inspection)}\n` : table(result.inspection),
      );
    }
    if (page.named) status = Math.max(status, showDiagnostics(result.diagnostics, output));
    else if (jsonl !== true && result.inspection !== undefined) {
      showDiagnostics(result.diagnostics, output);
    }
  }
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
  return `${lines.join("\n")}\n`;
}
