import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { displayPath } from "../text/read-source.ts";

/**
 * The products' folders that paths name: a folder with `operations/` in it, or one whose folders have
 * that.
 */
export async function findProducts(
  paths: readonly string[],
  diagnostics: Diagnostic[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const inside = (await isProduct(path)) ? [path] : await productsIn(path);
    found.push(...inside);
    if (inside.length > 0) continue;
    reportPath(path, "spec/no-operations", { folder: displayPath(path) }, diagnostics);
  }
  return found;
}

async function productsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const paths = names.sort().map((name) => join(folder, name));
  const products = await Promise.all(paths.map(isProduct));
  return paths.filter((_, index) => products[index]);
}

async function isProduct(folder: string): Promise<boolean> {
  const operations = await stat(join(folder, "operations")).catch(() => undefined);
  return operations?.isDirectory() ?? false;
}
