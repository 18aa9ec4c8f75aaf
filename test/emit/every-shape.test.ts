import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { everyShape } from "../spec/every-shape.ts";
import { materials } from "./materials.ts";
import { openPackage, type OpenPackage } from "./open-package.ts";

const product = { product: "Shop", version: "2024-05-06", endpoint: "shop.example.com" };
const model = buildPackage(product, [everyShape], runtimeNames);

let files: ReadonlyMap<string, string>;
let opened: OpenPackage;

beforeAll(async () => {
  files = await emitPackage(model, materials, []);
  opened = await openPackage(files);
});

afterAll(async () => {
  await opened.close();
});

describe("a package with every shape there is", () => {
  test("reads like this", async () => {
    const module = files.get("src/operations/create-order.ts");

    await expect(module).toMatchFileSnapshot("every-shape.golden.ts");
  });

  test("says of an operation that it only reads, if its spec does", async () => {
    const reading = buildPackage(product, [{ ...everyShape, readOnly: true }], runtimeNames);
    const emitted = await emitPackage(reading, materials, []);

    expect(emitted.get("src/operations/create-order.ts")).toContain("  readOnly: true,\n");
    expect(files.get("src/operations/create-order.ts")).not.toContain("readOnly");
  });

  test("compiles", () => {
    expect(opened.errors()).toEqual([]);
  });

  test("tells its consumers' mistakes", () => {
    const file = opened.project.createSourceFile(
      `${opened.folder}/src/consumer.ts`,
      [
        'import type { CreateOrderRequest } from "./index.ts";',
        'const least = { Channel: "web", Serial: 1n, DeliverAt: new Date(), Lines: [{ Sku: "a" }] };',
        "export const right: CreateOrderRequest = least;",
        "export const noLines: CreateOrderRequest = { ...least, Lines: undefined };",
        'export const misspelt: CreateOrderRequest = { ...least, Chanel: "web" };',
        'export const priority: CreateOrderRequest = { ...least, Priority: "1" };',
        'export const zones: CreateOrderRequest = { ...least, Zones: ["a"] };',
        "export const matrix: CreateOrderRequest = { ...least, Matrix: [1] };",
        "export const nested: CreateOrderRequest = { ...least, Limits: { a: {} } };",
      ].join("\n"),
    );
    const lines = file.getPreEmitDiagnostics().map((found) => found.getLineNumber());

    expect(lines).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test("has an example in its README that compiles, and runs as it stands", () => {
    const [example = "", bare = ""] = codeBlocks(files.get("README.md") ?? "");
    const index = '"./index.ts"';
    opened.project.createSourceFile(
      `${opened.folder}/src/example.ts`,
      example.replace(JSON.stringify(model.name), index),
    );
    opened.project.createSourceFile(
      `${opened.folder}/src/bare.ts`,
      [
        bare.replace(JSON.stringify(model.name), index),
        'declare const options: import("./index.ts").ClientOptions;',
        'declare const request: import("./index.ts").CreateOrderRequest;',
      ].join("\n"),
    );

    expect(example).toContain("new ShopClient(");
    expect(bare).toContain("new Client(");
    expect(opened.errors().filter((error) => !error.startsWith("consumer.ts"))).toEqual([]);
  });
});

function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, block = ""]) => block);
}
