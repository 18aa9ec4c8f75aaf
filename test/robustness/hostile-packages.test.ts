import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { readText } from "../corpus/read-text.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { readOperation } from "../../src/spec/read-operation.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { createSource } from "../../src/text/source.ts";
import { materials } from "../emit/materials.ts";
import { payloads } from "../emit/payloads.ts";
import { generatedPage } from "./generated-page.ts";
import { mutation } from "./mutation.ts";
import { propertyRuns } from "./property-runs.ts";

const statements = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
]);

/** A page with texts in it that would like to be code. */
const hostilePage = fc
  .tuple(
    generatedPage,
    mutation,
    fc.boolean(),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...payloads)), {
      maxLength: 6,
    }),
  )
  .map(([page, mangle, mangled, inserted]) =>
    inserted.reduce(
      (text, [share, payload]) => {
        const at = Math.floor(share * text.length);
        return text.slice(0, at) + payload + text.slice(at);
      },
      mangled ? mangle(page) : page,
    ),
  );

function derive(text: string): Operation | undefined {
  const { operation } = readText(createSource("page.md", text));
  // A page without a product has an error, and gets no spec.
  return operation?.product === "" ? undefined : operation;
}

/** What the parser says of a module, and what its statements are that it should not have. */
function faultsOf(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.Diagnostic[] };
  const errors = parseDiagnostics.map(
    ({ messageText }) => `${path}: ${JSON.stringify(messageText)}`,
  );
  const odd = file.statements
    .filter(({ kind }) => !statements.has(kind))
    .map((one) => `${path}: ${one.getText()}`);
  const foreign = file.statements
    .filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one))
    .flatMap(({ moduleSpecifier: from }) => (from && ts.isStringLiteral(from) ? [from.text] : []))
    .filter((from) => !/^\.{1,2}\/[\w./-]+\.ts$/.test(from))
    .map((from) => `${path} is from ${from}`);
  const { referencedFiles, typeReferenceDirectives, libReferenceDirectives } = file;
  const references = [...referencedFiles, ...typeReferenceDirectives, ...libReferenceDirectives];
  return [...errors, ...odd, ...foreign, ...references.map(({ fileName }) => fileName)];
}

test(
  "whatever a page says, its spec is read as it was written, and its package parses and is its own",
  { timeout: 300_000 },
  async () => {
    const property = fc.asyncProperty(hostilePage, async (text) => {
      const derived = derive(text);
      if (derived === undefined) return;
      const yaml = writeOperation(derived);
      const diagnostics: Diagnostic[] = [];
      const source = createSource("spec.yaml", yaml);
      const operation = readOperation(source, createReporter(source, diagnostics))?.value;
      expect(diagnostics).toEqual([]);
      if (operation === undefined) throw new Error("There is no operation, and no reason.");
      expect(writeOperation(operation)).toBe(yaml);

      const emit = (one: Operation) => {
        const product = { product: one.product, version: one.version };
        const model = buildPackage(product, [one], runtimeNames);
        return emitPackage(model, { ...materials, runtime: new Map() }, []);
      };
      const files = await emit(operation);
      expect([...(await emit(derived))]).toEqual([...files]);
      for (const [path, content] of files) {
        if (path.endsWith(".ts")) expect(faultsOf(path, content)).toEqual([]);
        if (path.endsWith(".json")) expect(() => JSON.parse(content) as unknown).not.toThrow();
        expect(path).toMatch(/^(?:[\w-]+\/)*[\w.-]+$/);
      }
    });

    await fc.assert(property, propertyRuns(300));
  },
);
