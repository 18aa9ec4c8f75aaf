import { addAll } from "../diagnostics/add-all.ts";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { packageRoot } from "../config/package-root.ts";
import {
  ejectTemplates,
  overlayTemplates,
  templateEnding,
  type Materials,
} from "../emit/materials.ts";
import { readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";

/**
 * Reads the materials of packages: our templates and runtime, and the templates of the user's folder, if one
 * is given. A folder or file that cannot be read is a finding, and then there is nothing to make packages
 * with: they would be other ones than those that the user wants.
 */
export async function readMaterials(
  ownFolder: string | undefined,
  diagnostics: Diagnostic[],
): Promise<Materials | undefined> {
  const builtIn = await readTree(join(packageRoot, "templates"), templateEnding);
  const found: Diagnostic[] = [];
  const own = ownFolder === undefined ? new Map() : await readOwn(ownFolder, found);
  const templates = overlayTemplates(builtIn, own, found);
  addAll(diagnostics, found);
  if (found.some(({ severity }) => severity === "error")) return undefined;
  return {
    templates,
    runtime: await readTree(join(packageRoot, "src/runtime"), ".ts"),
  };
}

async function readOwn(folder: string, diagnostics: Diagnostic[]): Promise<Map<string, Source>> {
  const own = new Map<string, Source>();
  try {
    for (const name of await namesIn(folder, templateEnding)) {
      const source = readSource(join(folder, name));
      if (source.cutFrom !== undefined) throw new Error(`${name} has ${source.cutFrom} bytes`);
      own.set(name, source);
    }
  } catch (error) {
    reportPath(folder, "file/unreadable", { reason: (error as Error).message }, diagnostics);
  }
  return own;
}

/** The built-in templates and the guide to them, as files for a user to change. */
export async function readBuiltInTemplates(): Promise<Map<string, string>> {
  const folder = join(packageRoot, "templates");
  const guide = await readFile(join(folder, "README.md"), "utf8");
  return ejectTemplates(await readTree(folder, templateEnding), guide);
}

async function readTree(folder: string, ending: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of await namesIn(folder, ending)) {
    files.set(name, await readFile(join(folder, name), "utf8"));
  }
  return files;
}

/** The files of a folder and those in it, with `/` between folders. */
async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.split(sep).join("/"))
    .sort();
}
