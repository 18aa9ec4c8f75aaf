import { readdirSync } from "node:fs";

/** The names that a configuration may have. */
export const configNames: readonly string[] = [
  "ts",
  "mts",
  "js",
  "mjs",
  "cjs",
  "json",
  "yaml",
  "yml",
].map((ending) => `docwright.config.${ending}`);

/** The names of the configurations in a folder, sorted: there should be one, or none. */
export function findConfigs(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => configNames.includes(name))
    .sort();
}
