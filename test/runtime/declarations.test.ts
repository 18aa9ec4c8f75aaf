import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, afterAll, expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "declarations-"));

const shared: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
};

/** Compiles a file, and says what is wrong with it. */
function compile(file: string, options: ts.CompilerOptions): string[] {
  const program = ts.createProgram([file], { ...shared, ...options });
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(
    ({ file: at, messageText }) =>
      `${at?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  );
}

/** Compiles a program that imports the declarations. */
function consume(text: string, options?: ts.CompilerOptions): string[] {
  const file = join(folder, "consumer.ts");
  writeFileSync(file, text);
  return compile(file, { noEmit: true, skipLibCheck: false, ...options });
}

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const wrong = compile(join(root, "src/runtime/index.ts"), {
    outDir: folder,
    rootDir: join(root, "src/runtime"),
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    types: ["node"],
    skipLibCheck: true,
  });
  expect(wrong).toEqual([]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const call = `
  import { Client, isServiceError, type Open, type Operation } from "./index.js";
  declare const operation: Operation<{ Protocol?: Open<"tcp" | "udp"> }, { Id: string }>;
  const client = new Client({ credentials: { accessKeyId: "", accessKeySecret: "" } });
  const { Id } = await client.call(operation, { Protocol: "sctp" });
  export const length: number = Id.length;
  export const code = (e: unknown): string => (isServiceError(e) ? e.code : "");
`;

test("they need neither the DOM's types nor Node's", () => {
  expect(consume(call, { lib: ["lib.es2022.d.ts"], types: [] })).toEqual([]);
});

test("the DOM's AbortSignal and fetch fit", () => {
  const program = `
    import { Client, type Operation, type Transport } from "./index.js";
    declare const operation: Operation<object, unknown>;
    const transport: Transport = {
      async send({ url, method, headers, body, signal }) {
        const response = await fetch(url, { method, headers, body, signal });
        const text = await response.text();
        return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
      },
    };
    const client = new Client({ credentials: { accessKeyId: "", accessKeySecret: "" }, transport });
    await client.call(operation, {}, { signal: AbortSignal.timeout(1) });
  `;
  const dom = ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"];
  expect(consume(program, { lib: dom, types: [] })).toEqual([]);
});

test("a misspelt option, a missing key and a wrong request do not compile", () => {
  const program = `
    import { Client, type Operation } from "./index.js";
    declare const operation: Operation<{ Name: string }, unknown>;
    // @ts-expect-error no such option
    new Client({ credentials: { accessKeyId: "", accessKeySecret: "" }, region: "" });
    // @ts-expect-error the secret has another name
    new Client({ credentials: { accessKeyId: "", secretAccessKey: "" } });
    const client = new Client({ credentials: { accessKeyId: "", accessKeySecret: "" } });
    // @ts-expect-error it needs a name
    await client.call(operation, {});
    // @ts-expect-error no such member
    await client.call(operation, { Name: "", Nmae: "" });
  `;
  expect(consume(program, { lib: ["lib.es2022.d.ts"], types: [] })).toEqual([]);
});
