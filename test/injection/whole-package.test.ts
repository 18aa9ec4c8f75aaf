import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fromMarkdown } from "mdast-util-from-markdown";
import { Node, SyntaxKind, type SourceFile, type VariableStatement } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import type { OperationModel } from "../../src/model/package-model.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { everyShape } from "../spec/every-shape.ts";
import { expectFormatted } from "../emit/expect-formatted.ts";
import { materials } from "../emit/materials.ts";
import { openPackage, type OpenPackage } from "../emit/open-package.ts";
import { canary, payloads } from "../emit/payloads.ts";
import { namesIn } from "./expect-harmless.ts";
import { all, model } from "./hostile-model.ts";

const tripwire = fileURLToPath(new URL("tripwire.mjs", import.meta.url));

let files: Map<string, string>;
let opened: OpenPackage;
let sources: SourceFile[];

beforeAll(async () => {
  files = await emitPackage(model, materials, []);
  opened = await openPackage(files);
  sources = opened.project
    .getSourceFiles()
    .filter((file) => !file.getFilePath().includes("/src/runtime/"));
});

afterAll(async () => {
  await opened.close();
});

describe("a package made of hostile texts", () => {
  test("is the same files, whatever the texts", () => {
    const names = [...files.keys()].filter((path) => !path.startsWith("src/runtime/"));

    expect(names).toEqual([
      ".gitattributes",
      "LICENSE",
      "README.md",
      "package.json",
      "scripts/build.mjs",
      "src/client.ts",
      "src/errors.ts",
      "src/index.ts",
      "src/operations/create-thing.ts",
      "src/operations/plain.ts",
      "src/service.ts",
      "tsconfig.json",
    ]);
  });

  test("compiles", () => {
    expect(opened.errors()).toEqual([]);
  });

  test("exports what the model predicts, and nothing else", () => {
    const module = opened.project.getSourceFileOrThrow("create-thing.ts");
    const [operation] = model.operations;
    if (operation === undefined) throw new Error("there is no operation");
    const { functionName, serializer, guard, errorCodes, request, response } = operation;
    const shapes = [request, response, ...operation.nested].map(({ name }) => name);
    const sets = [errorCodes, ...operation.valueSets].map(({ name }) => name);
    const expected = [functionName, serializer, guard, ...shapes, ...sets];

    expect([...module.getExportedDeclarations().keys()].sort()).toEqual(expected.sort());
  });

  test("runs nothing when it is loaded", () => {
    for (const file of sources) {
      for (const statement of file.getStatements()) {
        expect(declarations).toContain(statement.getKind());
      }
      expect(file.getVariableStatements().flatMap(callsIn)).toEqual([]);
    }
  });

  test("has the canary in literals, comments and the names that the model chose only", () => {
    const names = new Set(model.operations.flatMap(chosenNames));
    for (const file of sources) {
      const text = file.getFullText();
      let seen = 0;
      for (let at = text.indexOf(canary); at !== -1; at = text.indexOf(canary, at + 1)) {
        seen += 1;
        const { kind, word } = placeOf(file, at);
        if (kind === "Identifier") expect(names).toContain(word);
        else expect(harmless).toContain(kind);
      }
      if (file.getBaseName() === "create-thing.ts") expect(seen).toBeGreaterThan(payloads.length);
    }
  });

  test("holds every value exactly", () => {
    const module = opened.project.getSourceFileOrThrow("create-thing.ts");
    const values = new Set(
      module
        .getDescendants()
        .filter((node) => Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
        .map((node) => node.getLiteralText()),
    );
    const codes = module.getVariableDeclarationOrThrow("CreateThingErrorCode").getType();

    expect(payloads.filter((payload) => !values.has(payload))).toEqual([]);
    expect(new Set(codes.getProperties().map((key) => key.getName())).size).toBe(payloads.length);
  });

  test("has no other imports than its own modules", () => {
    const imports = sources.flatMap((file) =>
      file.getImportDeclarations().map((one) => one.getModuleSpecifierValue()),
    );

    expect([...new Set(imports)].sort()).toEqual(
      [
        "../runtime/index.ts",
        "../service.ts",
        "./client.ts",
        "./operations/create-thing.ts",
        "./operations/plain.ts",
        "./runtime/index.ts",
      ].filter((path) => imports.includes(path)),
    );
  });

  test("hides nothing", () => {
    for (const [path, text] of files) {
      if (path.startsWith("src/runtime/")) continue;
      expect(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}|[\u2028\u2029]/u.exec(text), path).toBeNull();
    }
  });

  test("says nothing to those who only look for words in it", () => {
    for (const file of sources) {
      const words = /<\/script|<!--|\/[/*][@#]\s*source(?:Mapping)?URL/i;

      expect(words.exec(file.getFullText()), file.getBaseName()).toBeNull();
    }
  });

  test("holds its texts in package.json exactly", () => {
    const manifest = JSON.parse(files.get("package.json") ?? "") as Record<string, unknown>;

    expect(manifest).toMatchObject({ name: all, version: all, description: all });
    expect(Object.keys(manifest)).toEqual([
      "name",
      "version",
      "description",
      "license",
      "type",
      "sideEffects",
      "engines",
      "main",
      "types",
      "exports",
      "imports",
      "files",
      "scripts",
      "devDependencies",
    ]);
  });

  test("has a README of the same parts as any other", async () => {
    const product = { product: "Shop", version: "2024-05-06" };
    // What pages and waits has sections of its own.
    const { pagination, waiter, ...usualOperation } = everyShape;
    const harmless = await emitPackage(
      buildPackage(product, [usualOperation], runtimeNames),
      materials,
      [],
    );
    const tree = fromMarkdown(files.get("README.md") ?? "");
    const usual = fromMarkdown(harmless.get("README.md") ?? "");

    expect(tree.children.map(({ type }) => type)).toEqual(usual.children.map(({ type }) => type));
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|link|image|definition)"/);
  });

  test("does nothing when it is built, imported, required, and its requests are written", async () => {
    const run = promisify(execFile);
    await run(process.execPath, [join(opened.folder, "scripts/build.mjs")]);
    const { stdout } = await run(process.execPath, [tripwire, opened.folder]);
    const { exports, ...happened } = JSON.parse(stdout) as { exports: [string[], string[]] };

    expect(happened).toEqual({
      touched: [],
      polluted: [],
      written: 2 * 3 * model.operations.length,
    });
    expect(exports[0]).toContain("createThing");
    expect([...exports[1]].sort()).toEqual([...exports[0]].sort());
  });

  test("trips where something is called at all", async () => {
    const folder = opened.folder;
    const esm = await readFile(join(folder, "dist/esm/index.js"), "utf8");
    await writeFile(join(folder, "dist/esm/index.js"), `${esm}\ntry { CANARY; } catch {}\n`);
    const { stdout } = await promisify(execFile)(process.execPath, [tripwire, folder]);

    expect(JSON.parse(stdout)).toMatchObject({ touched: ["CANARY"] });
  });

  test("is the same when it is made again", async () => {
    expect(await emitPackage(model, materials, [])).toEqual(files);
  });

  test("is formatted", async () => {
    await expectFormatted(files);
  });
});

const declarations = [
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.VariableStatement,
];

/** Places where a text is only a value, or for people. */
const harmless = [
  "comment",
  "StringLiteral",
  "RegularExpressionLiteral",
  "NoSubstitutionTemplateLiteral",
  "TemplateHead",
  "TemplateMiddle",
  "TemplateTail",
];

function callsIn(statement: VariableStatement): string[] {
  return statement
    .getDescendants()
    .filter(
      (inner) =>
        Node.isCallExpression(inner) ||
        Node.isNewExpression(inner) ||
        Node.isTaggedTemplateExpression(inner),
    )
    .map((inner) => inner.getText());
}

function placeOf(file: SourceFile, at: number): { kind: string; word: string } {
  const node = file.getDescendantAtPos(at);
  if (node === undefined || at < node.getStart()) return { kind: "comment", word: "" };
  const around = [node, ...node.getAncestors()];
  const inComment = around.some((one) => Node.isJSDoc(one) || Node.isCommentNode(one));
  return { kind: inComment ? "comment" : node.getKindName(), word: node.getText() };
}

/** Names that the model chose: of shapes, of what writes them, of values and their keys. */
function chosenNames(operation: OperationModel): string[] {
  const { valueSets, errorCodes } = operation;
  const keys = [...valueSets, errorCodes].flatMap(({ entries }) => entries.map(({ key }) => key));
  return [...namesIn(operation), ...keys];
}
