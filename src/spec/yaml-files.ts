import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { Limits } from "../text/limits.ts";
import { readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";

/** Reads the YAML files of a folder, sorted by name; empty where the folder is missing. */
export async function yamlFiles(
  folder: string,
  limits: Limits,
  diagnostics: Diagnostic[],
  wanted = (name: string) => /\.ya?ml$/.test(name),
): Promise<Source[]> {
  const sources: Source[] = [];
  const names = await readable(folder, () => readdir(folder), diagnostics);
  for (const name of (names ?? []).filter(wanted).sort()) {
    const path = join(folder, name);
    const source = await readable(
      path,
      () => readSource(path, { limits, size: "specBytes" }),
      diagnostics,
    );
    if (source !== undefined) sources.push(source);
  }
  return sources;
}

/** Returns the result of a read; `undefined` where the path is missing or, with a report, unreadable. */
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
