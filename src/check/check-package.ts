import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  Project,
  SyntaxKind,
  type SourceFile,
  type Diagnostic as TypeScriptDiagnostic,
} from "ts-morph";
import type { OperationModel, PackageModel } from "../model/package-model.ts";

const nodeTypes = createRequire(import.meta.url).resolve("@types/node/package.json");

/** Something in a package that is not as it should be. */
export interface Flaw {
  readonly code: "check/types" | "check/declarations" | "check/sample";
  /** The file, relative to the package; of a sample, the page, relative to the product's folder. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/**
 * Reads a package back: it compiles, each operation's module declares what the model predicts and runs
 * nothing on import, and the page's JSON samples are responses by their types.
 */
export function checkPackage(folder: string, model: PackageModel): Flaw[] {
  const project = new Project({
    tsConfigFilePath: join(folder, "tsconfig.json"),
    // The package needs no installing to be checked: what it would install is here, too.
    compilerOptions: {
      noEmit: true,
      typeRoots: [join(folder, "node_modules/@types"), dirname(dirname(nodeTypes))],
    },
  });
  const diagnostics = project.getPreEmitDiagnostics();
  if (diagnostics.some((diagnostic) => diagnostic.getCode() === missingTypeDefinitions)) {
    const reason = "its development dependencies are missing. Run npm install in its folder.";
    return [{ code: "check/types", path: "package.json", line: 1, reason }];
  }
  const flaws = diagnostics.map((diagnostic) => compileFlaw(diagnostic, folder));
  for (const operation of model.operations) {
    const file = project.getSourceFile(join(folder, "src/operations", `${operation.module}.ts`));
    if (file !== undefined) {
      flaws.push(...declarationFlaws(file, operation), ...sampleFlaws(project, file, operation));
    }
  }
  return flaws;
}

/** TypeScript's code for types that a project names and that are not installed: no flaw of its code. */
const missingTypeDefinitions = 2688;

function compileFlaw(diagnostic: TypeScriptDiagnostic, folder: string): Flaw {
  const file = diagnostic.getSourceFile()?.getFilePath() ?? join(folder, "tsconfig.json");
  return {
    code: "check/types",
    path: relative(resolve(folder), file).split(sep).join("/"),
    line: diagnostic.getLineNumber() ?? 1,
    reason: messageOf(diagnostic),
  };
}

function declarationFlaws(file: SourceFile, operation: OperationModel): Flaw[] {
  const found = new Set(file.getExportedDeclarations().keys());
  const expected = new Set(exportsOf(operation));
  const flaw = (line: number, reason: string): Flaw => ({
    code: "check/declarations",
    path: `src/operations/${operation.module}.ts`,
    line,
    reason,
  });
  return [
    ...[...expected]
      .filter((name) => !found.has(name))
      .map((name) => flaw(1, `${name} is missing`)),
    ...[...found]
      .filter((name) => !expected.has(name))
      .map((name) => flaw(1, `${name} is exported`)),
    ...file
      .getStatements()
      .filter((statement) => !declarations.has(statement.getKind()))
      .map((statement) => flaw(statement.getStartLineNumber(), "a statement runs on import")),
  ];
}

function exportsOf(operation: OperationModel): string[] {
  return [
    operation.functionName,
    operation.serializer,
    operation.guard,
    operation.errorCodes.name,
    operation.request.name,
    operation.response.name,
    ...operation.nested.map(({ name }) => name),
    ...operation.valueSets.map(({ name }) => name),
  ];
}

/** Statements that declare something and do nothing else. */
const declarations: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ImportDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.VariableStatement,
]);

/** Each JSON sample as a constant of the response's type. */
function sampleFlaws(project: Project, module: SourceFile, operation: OperationModel): Flaw[] {
  const { module: name, response } = operation;
  return operation.samples.flatMap((sample, index) => {
    const value = sample.kind === "json" ? readJson(sample.text) : undefined;
    if (value === undefined) return [];
    const file = project.createSourceFile(
      join(module.getDirectoryPath(), `${name}.sample-${index}.ts`),
      `import type { ${response.name} } from "./${name}.ts";\nexport const sample: ${response.name} = ${JSON.stringify(value)};\n`,
      { overwrite: true },
    );
    const flaws = file.getPreEmitDiagnostics().map((diagnostic): Flaw => ({
      code: "check/sample",
      path: operation.page,
      line: sample.line,
      reason: messageOf(diagnostic),
    }));
    project.removeSourceFile(file);
    return flaws;
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(diagnostic: TypeScriptDiagnostic): string {
  const message = diagnostic.getMessageText();
  return typeof message === "string" ? message : message.getMessageText();
}
