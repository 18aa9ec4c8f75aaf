import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

const seed = fileURLToPath(new URL("../../specs/ga-20191120/pages", import.meta.url));

describe("docwright inspect", () => {
  test("prints one line for the seed page: 13 request entries, 2 response members, 7 errors", async () => {
    const { status, out } = await runDocwright("inspect", seed, "--jsonl");
    const inspection = JSON.parse(out) as { request: []; response: []; errors: [] };

    expect(status).toBe(0);
    expect(inspection).toMatchObject({
      file: "CreateListener.md",
      product: "Ga",
      version: "2019-11-20",
      action: "CreateListener",
      diagnostics: [],
    });
    expect(inspection.request).toHaveLength(13);
    expect(inspection.response).toHaveLength(2);
    expect(inspection.errors).toHaveLength(7);
    expect(inspection.request).toContainEqual({
      path: "PortRanges[].FromPort",
      type: "integer",
      required: true,
    });
  });

  test("walks folders, skips pages of other kinds, and goes on at a bad page", async () => {
    const folder = folderWith({
      "a/overview.md": "# Overview\n",
      "a/bad.md": page({ rows: "|Title|Text|也许|A|标题。" }),
      "b/good.md": page(),
    });

    const { status, out, err } = await runDocwright("inspect", folder, "--jsonl");
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);

    expect(status).toBe(0);
    expect(err).toBe("3 pages: 1 operation, 1 refused, 1 guide\n");
    expect(lines).toEqual([
      expect.objectContaining({
        file: "a/bad.md",
        diagnostics: [
          expect.objectContaining({
            code: "table/unclosed-row",
            line: 12,
            column: 1,
            row: "Title",
          }),
          expect.objectContaining({ code: "derive/unclear-required", line: 12, column: 13 }),
          expect.objectContaining({ code: "derive/unknown-type", line: 12, column: 8 }),
        ],
      }),
      expect.objectContaining({ file: "b/good.md", diagnostics: [] }),
    ]);
  });

  test("a refused page has a line of the same members, with the reason", async () => {
    const table = "| Parameter | Type |\n| --- | --- |\n| Size | String |\n";
    const folder = folderWith({
      "page.md": `# Shears\n\n## Request parameters\n\n${table}\n## Response parameters\n\n${table}`,
    });

    const { out } = await runDocwright("inspect", folder, "--jsonl");

    expect(JSON.parse(out)).toEqual({
      file: "page.md",
      state: "refused",
      product: null,
      version: null,
      action: null,
      request: [],
      response: [],
      errors: [],
      diagnostics: [],
      refused: "it has 2 tables of parameters and names no operation",
    });
  });

  test("a bad page that is named itself makes the command fail", async () => {
    const folder = folderWith({ "overview.md": "# Overview\n" });

    const { status, err } = await runDocwright("inspect", join(folder, "overview.md"), "--jsonl");

    expect(status).toBe(1);
    expect(err).toContain("derive/no-operation");
  });

  test("ends with a count for one page, too", async () => {
    const folder = folderWith({ "docs/shelf.md": page() });

    const { err } = await runDocwright("inspect", join(folder, "docs/shelf.md"));

    expect(err).toBe("1 page: 1 operation\n");
  });

  test.each([
    ["the configuration", []],
    ["a folder", ["docs"]],
    ["a page", ["docs/a/shelf.md"]],
  ])("names a page relative to its configured folder where %s gives it", async (_, given) => {
    const folder = folderWith({
      "docs/a/shelf.md": page(),
      "docwright.config.yaml": "products:\n  - pages: docs\n",
    });
    const pages = given.map((path) => join(folder, path));
    const config = join(folder, "docwright.config.yaml");

    const { out } = await runDocwright("inspect", ...pages, "--config", config, "--jsonl");

    expect(JSON.parse(out)).toMatchObject({ file: "a/shelf.md" });
  });

  test.each([
    ["the configuration", []],
    ["the command line", ["docs/a/shelf.md"]],
  ])("names a single page that %s gives by its name", async (_, given) => {
    const folder = folderWith({
      "docs/a/shelf.md": page(),
      "docwright.config.yaml": "products:\n  - pages: docs/a/shelf.md\n",
    });
    const pages = given.map((path) => join(folder, path));
    const config = join(folder, "docwright.config.yaml");

    const { out } = await runDocwright("inspect", ...pages, "--config", config, "--jsonl");

    expect(JSON.parse(out)).toMatchObject({ file: "shelf.md" });
  });
});
