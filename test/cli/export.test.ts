import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

/** Specs of two products. */
async function specs(): Promise<string> {
  const other = page().replaceAll("Library", "Archive");
  const folder = folderWith({ "docs/a.md": page(), "docs/b.md": other });
  const out = join(folder, "specs");
  await runDocwright("extract", join(folder, "docs"), "--out", out);
  return out;
}

describe("docwright export openapi", () => {
  test("prints the document of one product", async () => {
    const folder = join(await specs(), "library-20200102");

    const { status, out } = await runDocwright("export", "openapi", folder);

    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      openapi: "3.1.1",
      info: { title: "Library", version: "2020-01-02" },
      paths: { "/#MakeShelf": { post: { operationId: "MakeShelf" } } },
    });
  });

  test("prints YAML in which a date is a text, whoever reads it", async () => {
    const folder = join(await specs(), "library-20200102");

    const { out } = await runDocwright("export", "openapi", folder, "--format", "yaml");

    expect(out).toContain('version: "2020-01-02"');
  });

  test("writes the documents of several products into a folder", async () => {
    const folder = await specs();
    const target = join(folder, "../openapi");

    const { out } = await runDocwright("export", "openapi", folder, "--out", target, "--json");

    expect(JSON.parse(out)).toMatchObject({
      documents: [
        { name: "archive-20200102", operations: 1 },
        { name: "library-20200102", operations: 1 },
      ],
      written: [
        expect.stringContaining("archive-20200102.openapi.json"),
        expect.stringContaining("library-20200102.openapi.json"),
      ],
    });
    const text = readFileSync(join(target, "archive-20200102.openapi.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ info: { title: "Archive" } });
  });

  test("makes none of a product with an error", async () => {
    const folder = await specs();
    writeFileSync(join(folder, "library-20200102/operations/MakeShelf.yaml"), "action: 1\n");

    const { status, out, err } = await runDocwright("export", "openapi", folder, "--json");

    expect([status, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toMatchObject({ documents: [{ name: "archive-20200102" }] });
  });

  test("says that a folder has no specs", async () => {
    const { status, err } = await runDocwright("export", "openapi", folderWith({}));

    expect(status).toBe(1);
    expect(findings(err)).toEqual([expect.stringContaining("spec/no-operations")]);
  });
});
