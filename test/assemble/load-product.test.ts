import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSpecs } from "./load-specs.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { locate } from "../../src/text/source.ts";
import { operationWith, text } from "../spec/operation-with.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "docwright-spec-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const productFile = 'product: Shop\nversion: "2024-05-06"\nendpoint: shop.example.com\n';
const createThing = writeOperation(operationWith({ request: [text("Name"), text("Size")] }));
const dropThing = writeOperation(operationWith({ action: "DropThing" }));

/** Puts files into the folder and loads it; findings are told by code, file, line. */
async function load(files: Readonly<Record<string, string>>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const { diagnostics, ...loaded } = await loadSpecs(folder);
  const findings = diagnostics.map(({ code, source, span }) => {
    const at = source.path.split("/").slice(-2).join("/");
    return `${code} ${at}:${locate(source, span.start).line}`;
  });
  return { ...loaded, findings, names: loaded.operations.map(({ action }) => action) };
}

/** An overlay file with actions on CreateThing, each of them three lines long, from line 2 on. */
function overlay(...actions: readonly (readonly [member: string, what: string])[]): string {
  const lines = actions.flatMap(([member, what]) => [
    `  - target: { operation: CreateThing, request: ${member} }`,
    "    because: of a test",
    `    ${what}`,
  ]);
  return `${["actions:", ...lines].join("\n")}\n`;
}

test("a folder is its product and its operations in the order of their files", async () => {
  const { product, names, findings } = await load({
    "product.yaml": productFile,
    "operations/DropThing.yaml": dropThing,
    "operations/CreateThing.yaml": createThing,
    "operations/README.md": "no spec",
  });

  expect(product).toEqual({
    product: "Shop",
    version: "2024-05-06",
    endpoint: "shop.example.com",
  });
  expect(names).toEqual(["CreateThing", "DropThing"]);
  expect(findings).toEqual([]);
});

test("without product.yaml the operations say the product, and the endpoint is missed", async () => {
  const { product, findings } = await load({ "operations/CreateThing.yaml": createThing });

  expect(product).toEqual({ product: "Shop", version: "2024-05-06" });
  expect(findings).toEqual([expect.stringMatching(/^spec\/no-endpoint .*\/product\.yaml:1$/)]);
});

describe("overlays are applied", () => {
  const base = { "product.yaml": productFile, "operations/CreateThing.yaml": createThing };

  test("in the order of their names, and of the actions in each", async () => {
    const { operations, findings } = await load({
      ...base,
      "overlays/20.yaml": overlay(["Name", "update: { example: third }"]),
      "overlays/10.yml": overlay(
        ["Name", "update: { example: first }"],
        ["Name", "update: { example: second }"],
      ),
    });

    expect(findings).toEqual([]);
    expect(operations[0]?.request[0]).toMatchObject({ example: "third" });
  });

  test("and what is wrong with one is reported in its line, and keeps the product back", async () => {
    const { product, operations, findings } = await load({
      ...base,
      "overlays/a.yaml": overlay(
        ["Nmae", "remove: true"],
        ["Name", "update: { required: false }"],
        ["Name", "update: { required: true }"],
        ["Size", "add: { type: string, required: true }"],
      ),
    });

    expect(findings).toEqual([
      "overlay/no-target overlays/a.yaml:2",
      "overlay/no-change overlays/a.yaml:5",
      "overlay/already-there overlays/a.yaml:11",
    ]);
    expect(product).toBeUndefined();
    expect(operations[0]?.request[0]).toMatchObject({ required: true });
  });

  test("to operations that are there", async () => {
    const { findings } = await load({
      ...base,
      "overlays/a.yaml": overlay(["Name", "remove: true"]).replace("CreateThing", "CreateThink"),
    });

    expect(findings).toEqual(["overlay/no-target overlays/a.yaml:2"]);
  });
});

describe("what is wrong in a folder", () => {
  test("an operation of another product or version", async () => {
    const { findings } = await load({
      "product.yaml": productFile,
      "operations/CreateThing.yaml": createThing,
      "operations/Other.yaml": writeOperation(operationWith({ action: "Other", product: "Shed" })),
      "operations/Z.yaml": writeOperation(operationWith({ action: "Z", version: "2023-05-06" })),
    });

    expect(findings).toEqual([
      "spec/other-product operations/Other.yaml:4",
      "spec/other-product operations/Z.yaml:5",
    ]);
  });

  test("an operation that is there twice", async () => {
    const { names, findings } = await load({
      "product.yaml": productFile,
      "operations/CreateThing.yaml": createThing,
      "operations/Twin.yaml": createThing,
    });

    expect(names).toEqual(["CreateThing"]);
    expect(findings).toEqual(["spec/duplicate-operation operations/Twin.yaml:6"]);
  });

  test("a bad operation beside a good one", async () => {
    const { names, product, findings } = await load({
      "product.yaml": productFile,
      "operations/CreateThing.yaml": createThing,
      "operations/DropThing.yaml": `${dropThing}zebra: 1\n`,
    });

    expect(names).toEqual(["CreateThing"]);
    expect(product).toBeUndefined();
    expect(findings).toEqual(["spec/unknown-key operations/DropThing.yaml:12"]);
  });

  test("a bad product.yaml; that the endpoint is missing is not said besides", async () => {
    const { findings } = await load({
      "product.yaml": "product: Shop\n",
      "operations/CreateThing.yaml": createThing,
    });

    expect(findings).toEqual([expect.stringMatching(/^spec\/invalid .*\/product\.yaml:1$/)]);
  });

  test("no operations", async () => {
    const { product, findings } = await load({ "product.yaml": productFile });

    expect(product).toBeUndefined();
    expect(findings).toEqual([expect.stringMatching(/^spec\/no-operations /)]);
  });

  test("no folder", async () => {
    const { diagnostics } = await loadSpecs(join(folder, "nowhere"));

    expect(diagnostics.map(({ code }) => code)).toEqual(["spec/no-operations"]);
  });

  test.each([
    ["a file where the operations should be", { operations: "not a folder" }],
    ["a file where the overlays should be", { overlays: "x", "operations/C.yaml": createThing }],
    [
      "a folder in place of product.yaml",
      { "product.yaml/x": "x", "operations/C.yaml": createThing },
    ],
    ["a folder in place of an operation", { "operations/C.yaml/x": "x" }],
  ])("%s", async (_, files) => {
    const { product, findings } = await load(files);

    expect(findings.filter((finding) => !finding.startsWith("spec/no-endpoint"))).toEqual([
      expect.stringMatching(/^file\/unreadable /),
    ]);
    expect(product).toBeUndefined();
  });
});
