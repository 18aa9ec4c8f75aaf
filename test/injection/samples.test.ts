import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitOperation } from "../../src/emit/emit-operation.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { materials } from "../emit/materials.ts";
import { expectInert } from "./expect-harmless.ts";
import { parseModule } from "./read-module.ts";
import { texts } from "./texts.ts";

const product = { product: "Shop", version: "2024-05-06" };

/** The tests that a package carries of an operation whose samples say this everywhere. */
async function testsOf(text: string): Promise<{ code: string; names: ReadonlySet<string> }> {
  const operation: Operation = {
    ...product,
    action: "MakeShelf",
    page: text,
    request: [
      { name: "Title", type: "string", required: true },
      { name: "Rest", type: "map", required: false, values: { type: "string" }, style: "json" },
    ],
    response: [{ name: "Title", type: "string", required: true }],
    errors: [],
    samples: [
      {
        kind: "request",
        line: 1,
        text: `?Action=MakeShelf\n&Title=${encodeURIComponent(Buffer.from(text).toString())}\n&Rest=${encodeURIComponent(JSON.stringify({ [text]: text }))}`,
      },
      { kind: "request", line: 2, text: `?Action=MakeShelf&Unknown.${text}=1&A=1` },
      { kind: "json", line: 3, text: JSON.stringify({ Title: text }) },
      { kind: "json", line: 4, text: JSON.stringify({ Title: "a", [text]: text }) },
      { kind: "xml", line: 5, text: `<R><Title><![CDATA[${text}]]></Title></R>` },
    ],
  };
  const [model] = buildPackage(product, [operation], runtimeNames).operations;
  if (model === undefined) throw new Error("there is no model");
  const files = await emitOperation(model, materials, []);
  const names = [model.request.name, model.response.name, model.functionName, model.serializer];
  return { code: files.get("test/make-shelf.test.ts") ?? "", names: new Set(names) };
}

describe("in the tests that a package carries, a sample stays a text", () => {
  test.each(texts.map((text) => [text]))("%j", async (text) => {
    const { code, names } = await testsOf(text);
    const file = parseModule(code);

    expectInert(file, names);
    expect(file.statements.map(kindOf).filter((kind, at, all) => kind !== all[at - 1])).toEqual([
      "import",
      "test",
      "function clientOf",
    ]);
  });
});

function kindOf(statement: ts.Statement): string {
  if (ts.isImportDeclaration(statement)) return "import";
  if (ts.isFunctionDeclaration(statement)) return `function ${statement.name?.text ?? ""}`;
  const called = ts.isExpressionStatement(statement) ? statement.expression : statement;
  return ts.isCallExpression(called) ? called.expression.getText() : ts.SyntaxKind[called.kind];
}
