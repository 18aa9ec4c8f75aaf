import { execFile } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("--json", () => {
  test.each(["build", "check"])("%s prints JSON where its configuration is wrong", async (name) => {
    const config = join(
      folderWith({ "docwright.config.yaml": "product: []\n" }),
      "docwright.config.yaml",
    );

    const { status, out, err } = await runDocwright(name, "--config", config, "--json");

    expect(status).toBe(1);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      packages: [],
      diagnostics: [{ code: "spec/unknown-key", line: 1, column: 1, endLine: 1, endColumn: 8 }],
    });
  });

  test("init prints what it wrote, and the products it found", async () => {
    const folder = folderWith({ "docs/shelf.md": page() });
    const here = process.cwd();
    process.chdir(folder);
    try {
      const { status, out } = await runDocwright("init", "docs", "--json");

      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        written: [
          "docwright.config.yaml",
          "specs/library-20200102/product.yaml",
          "specs/schema/product.schema.json",
        ],
        products: [expect.any(Object)],
        diagnostics: [],
      });
    } finally {
      process.chdir(here);
    }
  });

  test("endpoint prints where it serves", async () => {
    const bin = join(root, "dist/bin/cli.js");
    const child = execFile(process.execPath, [bin, "endpoint", "specs", "--json"], { cwd: root });
    const [line] = (await once(child.stdout ?? process.stdin, "data")) as [string];
    child.kill("SIGTERM");
    await once(child, "exit");

    expect(JSON.parse(line)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      operations: expect.any(Number) as number,
    });
  });
});
