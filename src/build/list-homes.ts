import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../config/project.ts";
import { folderName } from "../spec/folder-name.ts";

/**
 * The folders of products' versions that a build is about, sorted: those that its pages belong to, those
 * that the configuration names, and all with specs in them where it looks for pages among the specs.
 */
export function listHomes(
  { specs, sources }: Pick<Project, "specs" | "sources">,
  ofPages: readonly string[],
): string[] {
  const named = sources.flatMap(({ only }) => (only === undefined ? [] : [folderName(only)]));
  const all = sources.some(({ pages }) => pages.includes(specs)) ? foldersIn(specs) : [];
  const withSpecs = [...named, ...all].filter((name) =>
    existsSync(join(specs, name, "operations")),
  );
  return [...new Set([...ofPages, ...withSpecs])].sort();
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // What cannot be listed is not taken for what is gone.
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
