// Builds the package: dist/esm for `import`, dist/cjs for `require`, each with declarations of its own.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
// The endings say what a file is, so that one package.json with one `imports` does for both.
const builds = [
  { folder: "dist/esm", module: ts.ModuleKind.ES2022, code: ".js", declarations: ".d.ts" },
  { folder: "dist/cjs", module: ts.ModuleKind.CommonJS, code: ".cjs", declarations: ".d.cts" },
];

rmSync(join(root, "dist"), { recursive: true, force: true });
// The only step that checks types. It leaves the declarations in dist/esm.
execFileSync(
  process.execPath,
  [join(dirname(compiler), "bin/tsc"), "--project", root, "--emitDeclarationOnly"],
  { stdio: "inherit" },
);
for (const path of readdirSync(join(root, "src"), { recursive: true })) {
  if (!path.endsWith(".ts")) continue;
  const name = path.slice(0, -".ts".length);
  const source = readFileSync(join(root, "src", path), "utf8");
  const types = readFileSync(join(root, "dist/esm", `${name}.d.ts`), "utf8");
  for (const { folder, module, code, declarations } of builds) {
    write(join(root, folder, name + code), translate(relink(source, code), module));
    write(join(root, folder, name + declarations), relink(types, code));
  }
}

/** Text whose relative imports name the built files. */
function relink(text, ending) {
  const { importedFiles } = ts.preProcessFile(text);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .sort((a, b) => b.pos - a.pos)
    .reduce((linked, { fileName, pos }) => {
      const from = linked.indexOf(fileName, pos);
      const to = from + fileName.length;
      return linked.slice(0, from) + fileName.replace(/\.ts$/, ending) + linked.slice(to);
    }, text);
}

/** The code of a module, without its comments: editors show those of the declarations. */
function translate(text, module) {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module, removeComments: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
