import { readdirSync } from "node:fs";
import { configNames } from "./config-names.ts";

/** The names of the configurations in a folder, sorted: there should be one, or none. */
export function findConfigs(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => configNames.includes(name))
    .sort();
}
