// Builds the package: dist/esm for `import`, dist/cjs for `require`, each with its own declarations.

import { build, transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
const [esm, cjs] = ["dist/esm", "dist/cjs"].map((folder) => join(root, folder));

rmSync(join(root, "dist"), { recursive: true, force: true });
// Only this step checks types. It writes the declarations to dist/esm.
execFileSync(
  process.execPath,
  [join(dirname(compiler), "bin/tsc"), "--project", root, "--emitDeclarationOnly"],
  { stdio: "inherit" },
);
for (const path of readdirSync(esm, { recursive: true })) {
  if (!path.endsWith(".d.ts")) continue;
  const text = readFileSync(join(esm, path), "utf8");
  write(join(esm, path), relink(text, ".js"));
  write(join(cjs, path.replace(/ts$/, "cts")), relink(text, ".cjs"));
}

// One file for all operations, one for each platform and one for shared code: resolving and linking
// a file takes Node longer than parsing a hundred lines.
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["index", "runtime/platform/node", "runtime/platform/web"].map(
    (name) => `src/${name}.ts`,
  ),
  outbase: "src",
  outdir: esm,
  chunkNames: "shared-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  external: ["#platform", "node:*"],
  // The declarations keep the comments; in code, Node would parse them at every start.
  minifyWhitespace: true,
  lineLimit: 100,
  write: false,
});
for (const { path, text } of outputFiles) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    minifyWhitespace: true,
    lineLimit: 100,
  });
  write(path, text);
  write(path.replace(esm, cjs).replace(/js$/, "cjs"), relink(code, ".cjs"));
}

/** Renames the relative imports of a text to the built files. */
function relink(text, ending) {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .sort((a, b) => b.pos - a.pos)
    .reduce((linked, { fileName, pos }) => {
      const from = linked.indexOf(fileName, pos);
      const to = from + fileName.length;
      return linked.slice(0, from) + fileName.replace(/\.[jt]s$/, ending) + linked.slice(to);
    }, text);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
