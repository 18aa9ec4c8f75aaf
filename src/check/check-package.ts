import { join, relative, resolve, sep } from "node:path";
import { ts } from "ts-morph";
import type { OperationModel, PackageModel } from "../model/package-model.ts";
import { judgeSamples, type JudgedSample } from "./judge-samples.ts";
import { openPackage } from "./open-package.ts";
import { openProgram } from "./open-program.ts";
import { lineOf, type SampleCounts } from "./sample-fault.ts";

/** A defect that `docwright check` finds in a package or in a sample of its pages. */
export interface Flaw {
  readonly code: "check/types" | "check/declarations" | "check/sample" | "check/page-sample";
  /** The file, relative to the package. For a sample: the page, relative to the product folder. */
  readonly path: string;
  /** Line number, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** The defects of a package and the counts of its samples. */
export interface PackageReport {
  readonly flaws: readonly Flaw[];
  readonly samples: SampleCounts;
}

/**
 * Checks a generated package. The package must compile, and each operation module must declare exactly
 * the names that the model predicts. Modules must run no statement on import, and page samples must pass
 * `judgeSamples`. Decoded JSON samples must match their response type.
 */
export async function checkPackage(folder: string, model: PackageModel): Promise<PackageReport> {
  const hasSamples = model.operations.some(({ samples }) => samples.length > 0);
  const opened = hasSamples ? await openPackage(folder) : undefined;
  const judged = opened === undefined ? [] : await judgeSamples(opened, model.operations);
  opened?.close();
  const files = samplesAsFiles(folder, judged);
  const texts = new Map([...files].map(([path, { text }]) => [path, text]));
  const program = openProgram(folder, texts);
  const flaws: Flaw[] = [];
  const refused = new Map<JudgedSample, string>();
  // One program for all samples: a program per sample would repeat the compiler's setup.
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const sample = files.get(diagnostic.file?.fileName ?? "")?.one;
    if (sample === undefined) flaws.push(compileFlaw(diagnostic, folder));
    else refused.set(sample, refused.get(sample) ?? messageOf(diagnostic.messageText));
  }
  for (const operation of model.operations) {
    const file = program.getSourceFile(join(folder, "src/operations", `${operation.module}.ts`));
    if (file === undefined) continue;
    const module = program.getTypeChecker().getSymbolAtLocation(file);
    flaws.push(...declarationFlaws(file, namesOf(module), operation));
  }
  for (const one of judged) for (const flaw of sampleFlaws(one, refused.get(one))) flaws.push(flaw);
  return { flaws, samples: countSamples(judged, refused) };
}

/** The defects of one sample. A compiler error that no row explains is docwright's own (`check/sample`). */
function sampleFlaws(
  { operation, sample, faults = [] }: JudgedSample,
  refusal: string | undefined,
): Flaw[] {
  const found = faults.map(({ rule, line, reason }): Flaw => ({
    code: rule === "own" ? "check/sample" : "check/page-sample",
    path: operation.page,
    line,
    reason,
  }));
  // Items of a list repeat the same defect.
  const reasons = new Set<string>();
  const once = found.filter(({ reason }) => reasons.size < reasons.add(reason).size);
  if (refusal === undefined || once.length > 0) return once;
  return [
    { code: "check/sample", path: operation.page, line: lineOf(sample, ""), reason: refusal },
  ];
}

function countSamples(
  judged: readonly JudgedSample[],
  refused: ReadonlyMap<JudgedSample, string>,
): SampleCounts {
  const counts = { seen: 0, passed: 0, page: 0, own: 0, unreadable: 0 };
  for (const one of judged) {
    if (one.faults === undefined) {
      counts.unreadable += 1;
      continue;
    }
    counts.seen += 1;
    const isOwn =
      one.faults.some(({ rule }) => rule === "own") ||
      (one.faults.length === 0 && refused.has(one));
    if (isOwn) counts.own += 1;
    else if (one.faults.length > 0) counts.page += 1;
    else counts.passed += 1;
  }
  return counts;
}

function compileFlaw({ file, start, messageText }: ts.Diagnostic, folder: string): Flaw {
  const path = file?.fileName ?? join(folder, "tsconfig.json");
  return {
    code: "check/types",
    path: relative(resolve(folder), path).split(sep).join("/"),
    line: file === undefined ? 1 : lineAt(file, start ?? 0),
    reason: messageOf(messageText),
  };
}

function lineAt(file: ts.SourceFile, offset: number): number {
  return file.getLineAndCharacterOfPosition(offset).line + 1;
}

function namesOf(module: ts.Symbol | undefined): Set<string> {
  return new Set([...(module?.exports?.keys() ?? [])].map(ts.unescapeLeadingUnderscores));
}

function declarationFlaws(
  file: ts.SourceFile,
  found: ReadonlySet<string>,
  operation: OperationModel,
): Flaw[] {
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
    ...file.statements
      .filter(({ kind }) => !declarations.has(kind))
      .map((one) => flaw(lineAt(file, one.getStart(file)), "a statement runs on import")),
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
    ...(operation.paginator === undefined ? [] : [operation.paginator.name]),
    ...(operation.waiter === undefined ? [] : [operation.waiter.name]),
    ...operation.nested.map(({ name }) => name),
    ...operation.valueSets.map(({ name }) => name),
  ];
}

/** Statements without side effects on import. */
const declarations: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/** A file that declares a sample as a constant of its response type. */
interface SampleFile {
  readonly one: JudgedSample;
  readonly text: string;
}

/** Returns a file for each decoded JSON sample, by paths beside the modules of their operations. */
function samplesAsFiles(folder: string, judged: readonly JudgedSample[]): Map<string, SampleFile> {
  const files = new Map<string, SampleFile>();
  for (const [index, one] of judged.entries()) {
    // The compiler would repeat the contradictions already found, once for each member.
    if (one.value === undefined || (one.faults ?? []).length > 0) continue;
    const { module, response } = one.operation;
    const path = resolve(folder, "src/operations", `${module}.sample-${String(index)}.ts`);
    const text = `import type { ${response.name} } from "./${module}.ts";\nexport const sample: ${response.name} = ${JSON.stringify(one.value)};\n`;
    files.set(path.split(sep).join("/"), { one, text });
  }
  return files;
}

function messageOf(message: string | ts.DiagnosticMessageChain): string {
  return typeof message === "string" ? message : message.messageText;
}
