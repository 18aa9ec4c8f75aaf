import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { packageRoot } from "../config/package-root.ts";
import { ejectTemplates, templateEnding } from "../emit/materials.ts";

/** The built-in templates and the guide to them, as files for a user to change. */
export function readBuiltInTemplates(): Map<string, string> {
  const folder = join(packageRoot, "templates");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(templateEnding))
    .map((name) => name.split(sep).join("/"));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return ejectTemplates(new Map(names.map((name) => [name, read(name)])), read("README.md"));
}
