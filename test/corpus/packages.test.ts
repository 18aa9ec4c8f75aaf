import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../../src/index.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docwright-packages-"));
const packages: string[] = [];

beforeAll(async () => {
  if (corpus === "") return;
  await build({ folder, config: { tests: true, products: [{ pages: corpus }] } });
  for (const name of readdirSync(join(folder, "generated"))) {
    if (name.startsWith(".")) continue;
    symlinkSync(join(root, "node_modules"), join(folder, "generated", name, "node_modules"));
    packages.push(name);
  }
}, 120_000);

beforeEach((context) => {
  if (corpus === "") context.skip(noCorpus);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("every package of the corpus", () => {
  test("is there", () => {
    expect(packages).toHaveLength(9);
  });

  test("compiles under TypeScript 7, strict and with libraries checked", () => {
    for (const name of packages) {
      const place = join(folder, "generated", name);
      const config = join(place, "tsconfig.strict.json");
      const compilerOptions = { noEmit: true, strict: true, skipLibCheck: false };
      writeFileSync(config, JSON.stringify({ extends: "./tsconfig.json", compilerOptions }));
      const compiler = join(root, "node_modules/typescript-7.0/bin/tsc");
      const { stdout } = spawnSync(process.execPath, [compiler, "-p", config], {
        encoding: "utf8",
      });

      expect([name, stdout]).toEqual([name, ""]);
    }
  }, 120_000);

  test("has `unknown` where its pages say nothing, and never `any`", () => {
    for (const name of packages)
      expect([name, anyTypesOf(join(folder, "generated", name, "src"))]).toEqual([name, []]);
  }, 60_000);

  test("carries tests that pass", () => {
    for (const name of packages) {
      const { status, stdout } = spawnSync(process.execPath, ["test/run.mjs"], {
        cwd: join(folder, "generated", name),
        encoding: "utf8",
        maxBuffer: 1 << 26,
      });

      expect([name, /^.*fail 0$/m.test(stdout) ? "passes" : stdout, status]).toEqual([
        name,
        "passes",
        0,
      ]);
    }
  }, 600_000);
});

/** Where modules below a folder have the type `any`. */
function anyTypesOf(place: string): string[] {
  const found: string[] = [];
  for (const path of readdirSync(place, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const text = readFileSync(join(place, path), "utf8");
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.AnyKeyword)
        found.push(`${path}: ${text.slice(node.pos, node.end + 20)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}
