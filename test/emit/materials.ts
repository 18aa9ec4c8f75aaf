import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { overlayTemplates, type Materials } from "../../src/emit/materials.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The templates and the runtime of this checkout. */
export const materials: Materials = {
  templates: overlayTemplates(readTree("templates", ".hbs"), new Map(), []),
  runtime: readTree("src/runtime", ".ts"),
};

function readTree(folder: string, ending: string): Map<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]),
  );
}
