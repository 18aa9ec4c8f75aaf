// Puts what the command line loads into a few files: Node takes longer to find and link a hundred small ones
// than to read them. Packages that docwright depends on stay apart.

import { build } from "esbuild";
import { rmSync } from "node:fs";

rmSync("dist/bin", { recursive: true, force: true });
await build({
  entryPoints: [
    "dist/cli.js",
    "dist/index.js",
    ...["vite", "rollup", "rolldown", "esbuild"].map((bundler) => `dist/plugin/${bundler}.js`),
  ],
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
