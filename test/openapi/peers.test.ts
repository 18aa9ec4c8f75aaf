import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { validate } from "@hyperjump/json-schema/openapi-3-1";
import * as readme from "@readme/openapi-parser";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, exportOpenapi, type OpenapiDocument } from "../../src/index.ts";
import { describeProduct } from "../../src/openapi/describe-product.ts";
import { corpus, noCorpus } from "../corpus/corpus-pages.ts";
import { everyShape } from "../spec/every-shape.ts";

const require = createRequire(import.meta.url);
const official = "https://spec.openapis.org/oas/3.1/schema-base";
const folder = mkdtempSync(join(tmpdir(), "docwright-openapi-"));
const documents = new Map<string, OpenapiDocument>([
  [
    "every shape there is",
    describeProduct({ product: "Shop", version: "2024-05-06" }, [everyShape]),
  ],
]);

beforeAll(async () => {
  if (corpus === "") return;
  await build({ folder, config: { products: [{ pages: corpus }] } });
  const report = await exportOpenapi({ specs: [join(folder, "specs")] });
  for (const { name, document } of report.documents) documents.set(name, document);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("documents, of every shape there is and of the corpus", () => {
  test("are what the official JSON Schema of OpenAPI 3.1 says", async () => {
    for (const [name, document] of documents) {
      const { valid } = await validate(official, document as never);
      expect([name, valid]).toEqual([name, true]);
    }
  }, 60_000);

  test("are valid to one validator", async () => {
    for (const [name, document] of documents) {
      const copy = structuredClone(document) as unknown as Parameters<typeof readme.validate>[0];
      expect([name, await readme.validate(copy)]).toMatchObject([name, { valid: true }]);
    }
  }, 60_000);

  test("and to another", async () => {
    const config = await createConfig({ extends: ["spec"] });
    for (const [name, document] of documents) {
      const problems = await lintFromString({ source: JSON.stringify(document), config });
      expect([name, problems.map(({ message }) => message)]).toEqual([name, []]);
    }
  }, 60_000);

  test("are read by another generator, whose output compiles", async () => {
    const files: string[] = [];
    for (const [index, document] of [...documents.values()].entries()) {
      const [input, path] = [join(folder, `${String(index)}.json`), join(folder, String(index))];
      writeFileSync(input, JSON.stringify(document));
      await createClient({
        input,
        output: { path },
        plugins: ["@hey-api/typescript"],
        logs: { level: "silent" },
      });
      files.push(join(path, "types.gen.ts"));
    }
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      target: ts.ScriptTarget.ES2022,
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(messages).toEqual([]);
    expect(readFileSync(files[0] ?? "", "utf8")).toContain("export type CreateOrderRequest = {");
  }, 120_000);

  test("are shown by an API reference page, operation by operation", async () => {
    const window = openPage();
    const document = documents.get("ga-20191120") ?? [...documents.values()][0];
    const root = window.document.createElement("div");
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error) => {
        if (error === undefined) resolve();
        else reject(error);
      };
      window.Redoc.init(document, { disableSearch: true }, root, done);
    });
    const text = root.textContent;
    const summaries = Object.values(document?.paths ?? {}).map(
      (item) => (item as { post: { summary: string } }).post.summary,
    );
    expect(summaries.filter((summary) => !text.includes(summary))).toEqual([]);
  }, 60_000);
});

test("the corpus is among them", (context) => {
  if (corpus === "") context.skip(noCorpus);
  expect(documents.size).toBe(10);
});

/** What is used of a browser's window with Redoc in it. */
interface Page {
  readonly document: { createElement(name: string): { readonly textContent: string } };
  readonly Redoc: {
    init(spec: unknown, options: object, root: unknown, done: (error?: Error) => void): void;
  };
  eval(script: string): void;
}

/** Its types would want those of a browser for all tests. */
const { JSDOM } = require("jsdom") as {
  readonly JSDOM: new (html: string, options: object) => { readonly window: Page };
};

function openPage(): Page {
  const { window } = new JSDOM("<!doctype html>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    url: "http://localhost/",
  });
  window.eval(readFileSync(require.resolve("redoc/bundles/redoc.standalone.js"), "utf8"));
  return window;
}
