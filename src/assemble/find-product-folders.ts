import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { storedAt, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { folderName } from "../spec/product.ts";
import { displayPath } from "../text/read-source.ts";
import { slashes } from "../text/slashes.ts";
import { listProductFiles } from "./list-product-files.ts";

/**
 * Finds product folders at the given paths: a folder with `operations/`, or one whose subfolders
 * have it. A path without any is an error.
 */
export function findProductFolders(paths: readonly string[], diagnostics: Diagnostic[]): string[] {
  return paths.flatMap((path) => {
    const found = hasOperations(path)
      ? [path]
      : foldersIn(path)
          .sort()
          .map((name) => join(path, name))
          .filter(hasOperations);
    if (found.length === 0) {
      reportPath(path, "spec/no-operations", { folder: displayPath(path) }, diagnostics);
    }
    return found;
  });
}

/**
 * Lists the names of a build's product folders, sorted: those of its pages and of the
 * configuration. If pages are searched among the specs, all folders with specs are included.
 */
export function listProductFolders(
  { specs, sources }: Pick<Project, "specs" | "sources">,
  ofPages: readonly string[],
): string[] {
  const named = sources.flatMap(({ only }) => (only === undefined ? [] : [folderName(only)]));
  const readsSpecs = sources.some(({ pages }) => pages.some(({ path }) => path === specs));
  const withSpecs = [...named, ...(readsSpecs ? foldersIn(specs) : [])].filter((name) =>
    existsSync(join(specs, name, "operations")),
  );
  return [...new Set([...ofPages, ...withSpecs])].sort();
}

/** Reports the specs of products removed from the configuration, because they are not built. */
export function unusedSpecs(
  { root, specs }: Pick<Project, "root" | "specs">,
  others: readonly string[],
): StoredDiagnostic[] {
  return others.flatMap((name) => {
    const names = listProductFiles(join(specs, name)).specs.map((path) => basename(path, ".yaml"));
    const folder = slashes(relative(root, join(specs, name)));
    return names.length === 0 ? [] : [storedAt(folder, "config/unused-specs", { folder, names })];
  });
}

/** Lists the folders with specs that belong to no known product. */
export function otherProductFolders(
  { specs }: Pick<Project, "specs">,
  known: readonly string[],
): string[] {
  const isOther = (name: string) => !known.includes(name) && hasOperations(join(specs, name));
  return foldersIn(specs).filter(isOther).sort();
}

function hasOperations(folder: string): boolean {
  try {
    return statSync(join(folder, "operations")).isDirectory();
  } catch {
    return false;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // An unreadable folder is an error; only a missing one is empty.
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
