// Builds the package for `import` and for `require`, each into a folder of its own below dist/.

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);

rmSync(join(root, "dist"), { recursive: true, force: true });
for (const project of ["tsconfig.json", "tsconfig.cjs.json"]) {
  execFileSync(process.execPath, [compiler, "--project", join(root, project)], {
    stdio: "inherit",
  });
}

// The folder says that its files are CommonJS; with a package.json of its own it needs its own imports.
const platform = { node: "./runtime/platform/node.js", default: "./runtime/platform/web.js" };
const manifest = { type: "commonjs", imports: { "#platform": platform } };
writeFileSync(join(root, "dist/cjs/package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
