import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of docwright itself: templates and the runtime lie in it, beside its code. */
export const packageRoot = rootOf(dirname(fileURLToPath(import.meta.url)));

/** Built, a module lies one folder deeper than its source, or in a bundle. */
function rootOf(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootOf(dirname(folder));
}
