import ts from "typescript";
import { expect } from "vitest";
import type { OperationModel } from "../../src/model/package-model.ts";
import { canary } from "../emit/payloads.ts";
import { predictModule } from "./predict-module.ts";
import { parseModule, readModule } from "./read-module.ts";

/** Holds an operation's module against what its model predicts. */
export function expectHarmless(text: string, operation: OperationModel): void {
  const file = parseModule(text);
  const { declarations, ...facts } = readModule(file);

  expect({ ...facts, declarations: [...declarations].sort() }).toEqual(predictModule(operation));
  expectInert(file, new Set(namesIn(operation)));
}

/**
 * Holds a module against what no text of a page may do in it: stand as code, hide something, or speak to
 * those who look for words only. `names` are those that the model chose.
 */
export function expectInert(file: ts.SourceFile, names: ReadonlySet<string>): void {
  const { text } = file;
  expect(hidden.exec(text)).toBeNull();
  expect(spoken.exec(text)).toBeNull();
  if (!text.includes(canary)) return;
  // In the order of the text; where one begins is looked for once, for there are megabytes between some.
  const leaves = leavesOf(file).map((leaf) => ({ leaf, start: leaf.getStart(file) }));
  let next = 0;
  for (let at = text.indexOf(canary); at !== -1; at = text.indexOf(canary, at + 1)) {
    while ((leaves[next]?.leaf.end ?? Infinity) <= at) next += 1;
    const { leaf, start = 0 } = leaves[next] ?? {};
    // Between what means something there is nothing but comments.
    if (leaf === undefined || at < start || isLiteral(leaf)) continue;
    const name = leaf.getText(file);
    const isKey = "name" in leaf.parent && leaf.parent.name === leaf;
    if (!names.has(name) && !isKey) expect(name).toBe("a literal, a comment, or a chosen name");
  }
}

/** What a reader does not see, or sees elsewhere than it is. */
const hidden = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|[\u2028\u2029]/u;

/** What ends a script on a web page, or names a source map. */
const spoken = /<\/script|<!--|\/[/*][@#]\s*source(?:Mapping)?URL/i;

function isLiteral(node: ts.Node): boolean {
  return (
    ts.isLiteralExpression(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isTemplateHead(node)
  );
}

function leavesOf(node: ts.Node): ts.Node[] {
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    inner.push(...leavesOf(child));
  });
  return inner.length === 0 ? [node] : inner;
}

/** The names that the model chose for what an operation declares. */
export function namesIn({ claimed, functionName, nested, limits }: OperationModel): string[] {
  return [
    ...claimed,
    functionName,
    ...limits.map(({ name }) => name),
    ...nested.flatMap(({ writer, members, answer }) => [writer, members, answer]),
  ].filter((name) => name !== undefined);
}
