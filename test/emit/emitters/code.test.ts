import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { code, join as joinCode } from "../../../src/emit/emitters/code.ts";
import { stringLiteral } from "../../../src/emit/emitters/string-literal.ts";

const src = fileURLToPath(new URL("../../../src", import.meta.url));
const emitters = "emit/emitters";

/** Every module of ours by its path, as TypeScript reads it. */
const modules = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({
    path,
    file: ts.createSourceFile(path, readFileSync(join(src, path), "utf8"), ts.ScriptTarget.Latest),
  }));

describe("code", () => {
  test("is made of the text of a template and of what emitters made", () => {
    expect(code`a = ${stringLiteral('"')};`).toBe(`a = '"';`);
    expect(joinCode([code`a`, code`b`], ", ")).toBe("a, b");
  });

  test("is vouched for by emitters only", () => {
    const elsewhere = modules.filter(
      ({ path, file }) => !path.startsWith(emitters) && names(file).includes("vouch"),
    );

    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test("is claimed to be such by no assertion but the one that vouches", () => {
    const claims = modules.flatMap(({ path, file }) => claimsIn(file).map(() => path));

    expect(claims).toEqual([`${emitters}/code.ts`]);
  });
});

test("each emitter has a test of its own", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const tests = readdirSync(folder).map((name) => basename(name, ".test.ts"));
  const vouching = modules
    .filter(({ path, file }) => path.startsWith(emitters) && names(file).includes("vouch"))
    .map(({ path }) => basename(path, ".ts"));

  expect(vouching.length).toBeGreaterThan(10);
  expect(vouching.filter((name) => !tests.includes(name))).toEqual([]);
});

/** Every identifier of a module. */
function names(file: ts.SourceFile): string[] {
  return nodesOf(file)
    .filter((node) => ts.isIdentifier(node))
    .map(({ text }) => text);
}

/** Assertions of a module that something is code: `text as Code`, `<Code>text`. */
function claimsIn(file: ts.SourceFile): ts.Node[] {
  return nodesOf(file).filter(
    (node) =>
      (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
      nodesOf(node.type).some((inner) => ts.isIdentifier(inner) && inner.text === "Code") &&
      comesFromEmitters(file),
  );
}

/** Whether the `Code` of a module is that of the emitters; findings have a type of that name, too. */
function comesFromEmitters(file: ts.SourceFile): boolean {
  return (
    file.fileName === `${emitters}/code.ts` ||
    file.statements.some(
      (one) =>
        ts.isImportDeclaration(one) &&
        ts.isStringLiteral(one.moduleSpecifier) &&
        /(?:^|\/)(?:emitters\/)?code\.ts$/.test(one.moduleSpecifier.text) &&
        names(file).includes("Code"),
    )
  );
}

function nodesOf(node: ts.Node): ts.Node[] {
  const found = [node];
  ts.forEachChild(node, (inner) => {
    found.push(...nodesOf(inner));
  });
  return found;
}
