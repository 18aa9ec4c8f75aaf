import { appendFileSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPackage } from "../../src/check/check-package.ts";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { materials } from "../emit/materials.ts";
import { writeFiles } from "../../src/output/write-files.ts";
import { folderWith } from "../cli/run-docwright.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const path = "src/operations/create-listener.ts";

/** The package of the checkout. */
async function generate() {
  const { product, operations } = await loadSpecs(join(root, "specs/ga-20191120"));
  if (product === undefined) throw new Error("the specs of the checkout are broken");
  const model = buildPackage(product, operations, runtimeNames);
  return { files: await emitPackage(model, materials, []), model };
}

/** The package of the checkout, in a folder of its own, edited. */
async function edited(edit: (module: string) => void) {
  const folder = folderWith({});
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { files, model } = await generate();
  await writeFiles(folder, files);
  edit(join(folder, path));
  return (await checkPackage(folder, model)).flaws;
}

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

describe("a package read back", () => {
  test("has no flaw as it is generated", async () => {
    expect(await edited(() => undefined)).toEqual([]);
  });

  test("has a flaw where it does not compile", async () => {
    const flaws = await edited((module) => {
      appendFileSync(module, "export const broken: string = 1;\n");
    });

    expect(flaws).toContainEqual(expect.objectContaining({ code: "check/types", path }));
  });

  test("needs nothing to be installed in it", async () => {
    const { files, model } = await generate();
    const folder = folderWith({});
    await writeFiles(folder, files);

    expect(await checkPackage(folder, model)).toEqual({
      flaws: [],
      samples: { seen: 3, passed: 3, page: 0, own: 0, unreadable: 0 },
    });
  });

  test("has a flaw where a declaration is missing, and where there is one too many", async () => {
    const flaws = await edited((module) => {
      replaceIn(module, "export function isCreateListenerError", "export function isSomethingElse");
    });

    expect(flaws.map(({ code, reason }) => `${code} ${reason}`)).toEqual([
      "check/declarations isCreateListenerError is missing",
      "check/declarations isSomethingElse is exported",
    ]);
  });

  test("has a flaw where importing it would run something", async () => {
    const flaws = await edited((module) => {
      appendFileSync(module, "operation.toString();\n");
    });

    expect(flaws).toEqual([
      expect.objectContaining({ code: "check/declarations", reason: "a statement runs on import" }),
    ]);
  });

  test("has a flaw where the page's JSON sample is no response", async () => {
    const flaws = await edited((module) => {
      replaceIn(module, "ListenerId: string;", "ListenerId: number;");
    });

    expect(flaws).toEqual([
      expect.objectContaining({ code: "check/sample", path: "pages/CreateListener.md", line: 81 }),
    ]);
  });
});
