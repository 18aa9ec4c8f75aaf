import { readdirSync } from "node:fs";

/** The allowed file names of a configuration. */
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

/** Lists the configurations in a folder, sorted. A folder should contain at most one. */
export function findConfigs(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => configNames.includes(name))
    .sort();
}
