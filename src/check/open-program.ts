import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Project, ts } from "ts-morph";

const nodeTypes = createRequire(import.meta.url).resolve("@types/node/package.json");

/** The folder in which ts-morph has the compiler's own declarations. It is not on disk. */
const libraries = "/node_modules/typescript/lib";

/**
 * Opens a package's program, as its `tsconfig.json` says, with files that are not on disk.
 *
 * A project of ts-morph would take a tenth more memory and time: it wraps files and parses comments.
 */
export function openProgram(folder: string, files: ReadonlyMap<string, string>): ts.Program {
  const faults: ts.Diagnostic[] = [];
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(folder, "tsconfig.json"),
    {
      noEmit: true,
      // Types come from docwright's own dependencies, so the package is checked without an install.
      typeRoots: [join(folder, "node_modules/@types"), dirname(dirname(nodeTypes))],
    },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => faults.push(fault) },
  );
  const { options = {}, fileNames = [], errors = [] } = parsed ?? {};
  return ts.createProgram({
    rootNames: [...fileNames, ...files.keys()],
    options,
    host: openHost(options, files),
    configFileParsingDiagnostics: [...faults, ...errors],
  });
}

function openHost(
  options: ts.CompilerOptions,
  files: ReadonlyMap<string, string>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const library = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const isLibrary = (path: string) => path.startsWith(`${libraries}/`);
  return {
    ...host,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    getDefaultLibLocation: () => libraries,
    getDefaultLibFileName: (of) => `${libraries}/${ts.getDefaultLibFileName(of)}`,
    fileExists: (path) =>
      files.has(path) || (isLibrary(path) ? library.fileExists(path) : host.fileExists(path)),
    readFile: (path) => readFile(path),
    getSourceFile: (path, how) => {
      const text = readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, how);
    },
  };

  function readFile(path: string): string | undefined {
    return files.get(path) ?? (isLibrary(path) ? library.readFile(path) : host.readFile(path));
  }
}
