import { transformSync } from "esbuild";
import { execFileSync } from "node:child_process";
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
import { format, resolveConfig } from "prettier";
import { Application } from "typedoc";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page } from "../cli/page.ts";
import { folderWith } from "../cli/run-docwright.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docwright-api-"));
let pages: readonly string[] = [];

/** The documentation of the API, as TypeDoc makes it of the program. */
beforeAll(async () => {
  const app = await Application.bootstrapWithPlugins({
    options: join(root, "typedoc.json"),
    out: folder,
  });
  const project = await app.convert();
  if (project === undefined || app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error("TypeDoc has something to say: see above");
  }
  await app.generateOutputs(project);
  pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("docs/api", () => {
  test("is what the program says of itself", async () => {
    expect(pages).toEqual(["README.md", "docwright.md", "docwright/vite.md"]);
    const options = await resolveConfig(join(root, "package.json"));
    for (const path of pages) {
      const text = await format(readFileSync(join(folder, path), "utf8"), {
        ...options,
        parser: "markdown",
      });
      await expect(text).toMatchFileSnapshot(join(root, "docs/api", path));
    }
  });

  test("has examples that run", () => {
    const examples = pages.flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return [...text.matchAll(/```ts\n([^`]*from "docwright[\s\S]*?)```/g)].map(
        ([, code = ""]) => code,
      );
    });

    expect(examples.length).toBeGreaterThan(5);
    for (const code of examples) {
      expect(() => {
        run(code);
      }, code).not.toThrow();
    }
  });
});

/** Runs a program in a project whose specs and packages are up to date, with docwright installed. */
function run(code: string): void {
  const project = folderWith({
    "package.json": '{ "type": "module" }',
    "docwright.config.json": '{ "products": [{ "pages": "docs" }] }',
    "docs/shelf.md": page(),
  });
  const modules = join(project, "node_modules");
  symlinkSync(join(root, "node_modules"), modules);
  const own = code.replaceAll(/from "docwright(\/\w+)?"/g, (_, entry = "") => {
    return `from ${JSON.stringify(join(root, "dist/bin", entry === "" ? "index.js" : `plugin${entry}.js`))}`;
  });
  writeFileSync(join(project, "example.js"), transformSync(own, { loader: "ts" }).code);
  const options = { cwd: project, stdio: "pipe" } as const;
  const docwright = join(root, "dist/bin/cli.js");
  execFileSync(process.execPath, [docwright, "extract", "docs"], options);
  execFileSync(process.execPath, [docwright, "build"], options);
  execFileSync(process.execPath, ["example.js"], options);
}
