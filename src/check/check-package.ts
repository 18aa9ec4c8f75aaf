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
  const samples = addSamples(project, folder, model);
  const flaws: Flaw[] = [];
  // One look at all files: for each sample by itself the compiler would begin anew.
  for (const diagnostic of project.getPreEmitDiagnostics()) {
    const sample = samples.get(diagnostic.getSourceFile()?.getFilePath() ?? "");
    flaws.push(
      sample === undefined
        ? compileFlaw(diagnostic, folder)
        : { code: "check/sample", ...sample, reason: messageOf(diagnostic) },
    );
  }
  for (const operation of model.operations) {
    const file = project.getSourceFile(join(folder, "src/operations", `${operation.module}.ts`));
    if (file !== undefined) flaws.push(...declarationFlaws(file, operation));
  }
  return flaws;
}

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

/** Adds each JSON sample as a constant of its response's type; gives the place of each by its file. */
function addSamples(
  project: Project,
  folder: string,
  { operations }: PackageModel,
): Map<string, Pick<Flaw, "path" | "line">> {
  const places = new Map<string, Pick<Flaw, "path" | "line">>();
  for (const { module, response, page, samples } of operations) {
    for (const [index, { kind, line, text }] of samples.entries()) {
      const value = kind === "json" ? readJson(text) : undefined;
      if (value === undefined) continue;
      const file = project.createSourceFile(
        join(folder, "src/operations", `${module}.sample-${index}.ts`),
        `import type { ${response.name} } from "./${module}.ts";\nexport const sample: ${response.name} = ${JSON.stringify(value)};\n`,
        { overwrite: true },
      );
      places.set(file.getFilePath(), { path: page, line });
    }
  }
  return places;
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
