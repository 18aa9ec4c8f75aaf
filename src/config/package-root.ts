import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of docwright's own package, with templates and runtime. */
export const packageRoot = rootOf(dirname(fileURLToPath(import.meta.url)));

/** Searches upwards, because built modules lie deeper than their sources or in a bundle. */
function rootOf(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootOf(dirname(folder));
}
