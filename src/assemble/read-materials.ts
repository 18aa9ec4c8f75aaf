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
 * Reads the templates and the runtime of docwright, and the user's templates if given. An
 * unreadable folder or file is reported and returns `undefined`, because packages would differ from
 * the requested ones.
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

/** Reads the built-in templates and their guide, as files that a user can change. */
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

/** Lists the files below a folder, with `/` separators. */
async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.split(sep).join("/"))
    .sort();
}
