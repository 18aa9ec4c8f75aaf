import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, installPackages } from "./install-packages.ts";
import { ga } from "./packages.ts";

let installed: Installation;
let tarball = "";
let home = "";

beforeAll(() => {
  installed = installPackages(ga);
  home = join(installed.folder, "node_modules/ga-20191120");
  [tarball = ""] = installed.tarballs;
});

afterAll(() => {
  installed.remove();
});

describe("what is published", () => {
  test("publint has nothing to say of it, not even a suggestion", async () => {
    const { messages } = await publint({ pack: { tarball: readBytes(tarball).buffer } });

    expect(messages).toEqual([]);
  });

  test("are the types wrong? They are right for every way of importing", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readBytes(tarball)));

    expect(analysis).toMatchObject({ types: { kind: "included" }, problems: [] });
  });

  test("holds what it builds and nothing of how", () => {
    const listed = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const tops = new Set(listed.map((path) => path.split("/")[1]));

    expect([...tops].sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  });

  test("holds of these the modules and their declarations alone", () => {
    const files = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(home.length + 1));
    const built = /^dist\/(?:esm\/[\w/-]+\.(?:js|d\.ts)|cjs\/[\w/-]+\.(?:cjs|d\.cts))$/;

    expect(files.filter((file) => !built.test(file)).sort()).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
    ]);
  });

  test("runs nothing where it is installed", () => {
    const { scripts = {} } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
      scripts?: Readonly<Record<string, string>>;
    };

    expect(Object.keys(scripts).sort()).toEqual(["build", "prepack", "test"]);
  });

  test("brings no dependency along", () => {
    const modules = readdirSync(join(installed.folder, "node_modules"));

    expect(modules.filter((name) => !name.startsWith("."))).toEqual(["ga-20191120"]);
  });
});

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}
