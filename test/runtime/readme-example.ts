import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import ts from "typescript";
import * as runtime from "../../src/runtime/index.ts";

const root = new URL("../..", import.meta.url).pathname;
const readme = readFileSync(`${root}generated/ga-20191120/README.md`, "utf8");
const require = createRequire(import.meta.url);

/** The code of a section of the generated package's README. */
export function readExample(section: string): string {
  const [, text = ""] = readme.split(`\n## ${section}\n`);
  const [code] = text.split("\n## ");
  return /^```ts\n([^]*?)^```$/m.exec(code ?? "")?.[1] ?? "";
}

interface Exports {
  client?: runtime.Client;
}
type Run = (require: (name: string) => unknown, exports: Exports) => void;

/**
 * Runs an example as it stands, but for the client's options, which the test adds to.
 *
 * @returns the example's `client`
 */
export function runExample(code: string, options: runtime.ClientOptions): runtime.Client {
  class GaClient extends runtime.Client {
    constructor(own: runtime.ClientOptions) {
      super({ ...own, ...options });
    }
  }
  const { outputText } = ts.transpileModule(`${code}\nexport { client };`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Exports = {};
  const load = (name: string): unknown =>
    name === "ga-20191120" ? { ...runtime, GaClient } : require(name);
  const run = compileFunction(outputText, ["require", "exports"]) as Run;
  run(load, exports);
  if (exports.client === undefined) throw new Error("The example makes no client.");
  return exports.client;
}

/** What the compiler has to say of an example. */
export function checkExample(code: string): string[] {
  const example = `${root}test/runtime/example-of-the-readme.ts`;
  const index = `${root}src/runtime/index.ts`;
  const own = code
    .replace("{ GaClient,", "{ Client as GaClient,")
    .replace('"ga-20191120";', `"${index}";`);
  const text = `${own}\nexport { client };`;
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path === example || disk.fileExists(path),
    getSourceFile: (path, version) =>
      path === example
        ? ts.createSourceFile(path, text, version)
        : disk.getSourceFile(path, version),
  };
  const program = ts.createProgram([example], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
