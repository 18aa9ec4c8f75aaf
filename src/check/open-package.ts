import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";

/** A package loaded from its sources: its exports by name. */
export interface OpenedPackage {
  readonly exports: Readonly<Record<string, unknown>>;
  /** Deletes the temporary folder that the package runs from. */
  readonly close: () => void;
}

/**
 * Transpiles a package's sources into a temporary folder and imports them.
 *
 * Returns `undefined` where that fails; the compiler reports the reason.
 */
export async function openPackage(folder: string): Promise<OpenedPackage | undefined> {
  const place = mkdtempSync(join(tmpdir(), "docwright-check-"));
  const close = () => {
    rmSync(place, { recursive: true, force: true });
  };
  try {
    const source = join(folder, "src");
    for (const path of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith(".ts")) continue;
      const to = join(place, "src", path.replace(/ts$/, "js"));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, transpile(readFileSync(join(source, path), "utf8")));
    }
    const imports = { "#platform": "./src/runtime/platform/node.js" };
    writeFileSync(join(place, "package.json"), JSON.stringify({ type: "module", imports }));
    const exports = (await import(pathToFileURL(join(place, "src/index.js")).href)) as object;
    return { exports: { ...exports }, close };
  } catch {
    close();
    return undefined;
  }
}

function transpile(text: string): string {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
