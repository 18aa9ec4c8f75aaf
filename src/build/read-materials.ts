import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Materials } from "../emit/materials.ts";
import { packageRoot } from "../package-root.ts";

/** Reads what packages are made with, once it is asked for. */
export function readMaterials(): () => Materials {
  let read: Materials | undefined;
  return () =>
    (read ??= {
      templates: readTree(join(packageRoot, "templates"), ".hbs"),
      runtime: readTree(join(packageRoot, "src/runtime"), ".ts"),
    });
}

function readTree(folder: string, ending: string): Map<string, string> {
  const files = new Map<string, string>();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of names.sort()) {
    if (!name.endsWith(ending)) continue;
    files.set(name.split(sep).join("/"), readFileSync(join(folder, name), "utf8"));
  }
  return files;
}
