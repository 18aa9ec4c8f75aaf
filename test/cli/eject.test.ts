import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

describe("docwright templates eject", () => {
  test("copies the built-in templates, with the guide to them", async () => {
    const out = join(folderWith({}), "mine");

    const { status } = await runDocwright("templates", "eject", "--out", out);

    expect(status).toBe(0);
    expect(readFileSync(join(out, "src/operations/[module].ts.hbs"), "utf8")).toContain(
      "{{#each interfaces}}",
    );
    expect(existsSync(join(out, "README.md"))).toBe(true);
  });

  test("leaves files that were changed alone, unless it is forced", async () => {
    const out = folderWith({ "LICENSE.hbs": "mine\n" });

    const { status, err } = await runDocwright("templates", "eject", "--out", out);

    expect(status).toBe(1);
    expect(err).toContain("output/exists");
    expect(existsSync(join(out, "README.md"))).toBe(false);
    expect(await runDocwright("templates", "eject", "--out", out, "--force")).toMatchObject({
      status: 0,
    });
    expect(readFileSync(join(out, "LICENSE.hbs"), "utf8")).toContain("MIT License");
  });

  test("does not break down over a folder in the place of a file", async () => {
    const out = folderWith({ "LICENSE.hbs/mine": "mine\n" });

    const { status, err } = await runDocwright("templates", "eject", "--out", out);

    expect(status).toBe(1);
    expect(err).toContain("LICENSE.hbs:1:1 error output/exists");
  });

  test("what it copies builds the same package", async () => {
    const folder = folderWith({ "docs/shelf.md": page() });
    const build = (out: string, ...more: readonly string[]) =>
      runDocwright(
        "build",
        join(folder, "docs"),
        "--specs",
        join(folder, "specs"),
        "--out",
        join(folder, out),
        ...more,
      );
    await runDocwright("templates", "eject", "--out", join(folder, "mine"));
    await build("one");
    await build("two", "--templates", join(folder, "mine"));

    const read = (out: string, path: string) =>
      readFileSync(join(folder, out, "library-20200102", path), "utf8");
    for (const path of [
      "README.md",
      "package.json",
      "src/client.ts",
      "src/operations/make-shelf.ts",
    ]) {
      expect(read("two", path)).toBe(read("one", path));
    }
  });
});

describe("docwright build --templates", () => {
  const project = (template: string) =>
    folderWith({ "docs/shelf.md": page(), "mine/src/names.ts.hbs": template });
  const build = (folder: string) =>
    runDocwright(
      "build",
      join(folder, "docs"),
      "--specs",
      join(folder, "specs"),
      "--out",
      join(folder, "out"),
      "--templates",
      join(folder, "mine"),
    );

  test("adds files, formatted", async () => {
    const folder = project("export const names = [{{#each operations}}'{{action}}',{{/each}}]");

    expect(await build(folder)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "out/library-20200102/src/names.ts"), "utf8")).toBe(
      'export const names = ["`MakeShelf`"];\n',
    );
  });

  test("builds again when a template changes", async () => {
    const folder = project("export const one = 1;\n");
    await build(folder);
    writeFileSync(join(folder, "mine/src/names.ts.hbs"), "export const two = 2;\n");
    await build(folder);

    expect(readFileSync(join(folder, "out/library-20200102/src/names.ts"), "utf8")).toContain(
      "two",
    );
  });

  test("names a field that there is not, and lists those there are", async () => {
    const { status, err } = await build(project("{{#each operations}}{{nmae}}{{/each}}"));

    expect(status).toBe(1);
    expect(err).toContain("names.ts.hbs:1:");
    expect(err).toContain("template/unknown-field");
    expect(err).toContain("functionName");
  });
});
