import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../config/package-root.ts";

/** The JSON Schemas of specs, overlays and products, by file name, as they lie in the package. */
export function schemaFiles(): Map<string, string> {
  const folder = join(packageRoot, "schemas");
  const names = readdirSync(folder).filter((name) => name !== "config.schema.json");
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
