// Puts what the command line loads into a few files: Node takes longer to find and link a hundred small ones
// than to read them. Packages that docwright depends on stay apart. dist/bin is what is published: beside the
// bundles lie the declarations that programs can get to.

import { build } from "esbuild";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const bundlers = ["vite", "rollup", "rolldown", "esbuild"];
const imported = ["dist/index", ...bundlers.map((bundler) => `dist/plugin/${bundler}`)];

rmSync("dist/bin", { recursive: true, force: true });
await build({
  entryPoints: ["dist/cli", ...imported].map((name) => `${name}.js`),
  outbase: "dist",
  outdir: "dist/bin",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
});
for (const path of declarationsOf(imported.map((name) => `${name}.d.ts`))) {
  cpSync(path, join("dist/bin", relative("dist", path)));
}

/** Declarations, and all that they import of each other. */
function declarationsOf(paths) {
  const found = new Set(paths);
  for (const path of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith(".")) {
        found.add(join(dirname(path), fileName.replace(/\.ts$/, ".d.ts")));
      }
    }
  }
  return found;
}
