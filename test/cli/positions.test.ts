import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { build } from "../../src/api/build.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const product = "library-20200102";
const row = "|Colour|String|否|red|书架的颜色。 |\n";

/** A project that has been built, and the commands in it. */
async function project() {
  const folder = folderWith({
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    "docs/shelf.md": page(),
    [`specs/${product}/product.yaml`]:
      'product: Library\nversion: "2020-01-02"\nendpoint: example.com\n',
  });
  await build({ folder });
  const place = (path: string) => join(folder, path);
  const config = ["--config", place("docwright.config.yaml")];
  const here = process.cwd();
  return {
    folder,
    page: place("docs/shelf.md"),
    specs: place(`specs/${product}`),
    spec: place(`specs/${product}/operations/MakeShelf.yaml`),
    positions: place(`specs/${product}/positions/MakeShelf.json`),
    run: async (command: string, ...words: readonly string[]) => {
      process.chdir(folder);
      try {
        return await runDocwright(command, ...words, ...config);
      } finally {
        process.chdir(here);
      }
    },
    build: () => build({ folder }),
  };
}

function git(folder: string, ...words: readonly string[]): void {
  const user = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", [...user, ...words], { cwd: folder, stdio: "pipe" });
}

/** Puts the lines back into a spec, as version 0.1.0 wrote them. */
async function asVersion010({ specs, spec, positions }: Awaited<ReturnType<typeof project>>) {
  const { operations } = await loadSpecs(specs);
  writeFileSync(spec, stringify(operations[0]));
  rmSync(positions);
}

const broken: [how: string, text: string][] = [
  ["is no JSON", "{"],
  ["is of another operation", '{ "lines": { "request Size": 12 } }'],
  ["has lines that there cannot be", '{ "lines": { "request Title": -1 } }'],
];

describe("docwright check", () => {
  test.each([
    ["missing", undefined],
    ["changed", "{}\n"],
  ])("finds positions that are %s stale", async (_, text) => {
    const { positions, run } = await project();
    if (text === undefined) rmSync(positions);
    else writeFileSync(positions, text);

    const { status, err } = await run("check", "--stale-only");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["MakeShelf.json:1:1 error check/stale"]);
  });

  test("finds positions stale where only lines of the page have moved", async () => {
    const { page: file, run } = await project();
    writeFileSync(file, readFileSync(file, "utf8").replace("## 请求参数", "\n## 请求参数"));

    const { status, err } = await run("check", "--stale-only");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["MakeShelf.json:4:1 error check/stale"]);
  });
});

describe("docwright explain", () => {
  test("finds the row by the positions file", async () => {
    const { run } = await project();

    expect((await run("explain", "MakeShelf.Title")).out).toContain("docs/shelf.md:12:1");
  });

  test("finds the row where the spec has the lines, as version 0.1.0 wrote them", async () => {
    const made = await project();
    await asVersion010(made);

    const { status, out, err } = await made.run("explain", "MakeShelf.Title");

    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("docs/shelf.md:12:1");
  });

  test("without positions says that the row is unknown, and what to do", async () => {
    const { positions, run } = await project();
    rmSync(positions);

    const { status, out, err } = await run("explain", "MakeShelf.Title");

    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("The row of the page is unknown: its positions are missing");
    expect(out).toContain("Run docwright build");
    expect(out).toContain("because its row is unknown");
    expect(out).not.toContain("overlay");
    const { explanations } = JSON.parse(
      (await run("explain", "MakeShelf.Title", "--json")).out,
    ) as {
      explanations: unknown[];
    };
    expect(explanations).toMatchObject([{ path: "Title", rowIsUnknown: true }]);
  });

  test.each(["Title", "Rooms.Floor", "ShelfId"])(
    "shows no other row for %s where the page has changed since the build",
    async (path) => {
      const { page: file, run } = await project();
      const text = readFileSync(file, "utf8");
      writeFileSync(file, text.replace(/^/, "\n").replace(/(\|Title\|)/, `${row}$1`));

      const { out } = await run("explain", `MakeShelf.${path}`);

      expect(out).toContain("The row of the page is unknown");
      expect(out).not.toContain("|Colour|");
    },
  );

  test.each(broken)("warns of a positions file that %s, and goes on", async (_, text) => {
    const { positions, run } = await project();
    writeFileSync(positions, text);

    const { status, out, err } = await run("explain", "MakeShelf.Title");

    expect(status).toBe(0);
    expect(findings(err)).toEqual([
      expect.stringMatching(/^MakeShelf\.json:\d+:\d+ warning spec\/unusable-positions$/),
    ]);
    expect(out).toContain("The row of the page is unknown");
  });
});

describe("docwright diff", () => {
  test("shows the lines of both sides, also of a revision that version 0.1.0 wrote", async () => {
    const made = await project();
    const text = readFileSync(made.page, "utf8");
    await asVersion010(made);
    git(made.folder, "init", "--quiet");
    git(made.folder, "add", ".");
    git(made.folder, "commit", "--quiet", "--message", "0.1.0");
    writeFileSync(made.page, text.replace("|Title|String|是|", `${row}|Title|Integer|是|`));
    await made.build();
    git(made.folder, "add", ".");
    git(made.folder, "commit", "--quiet", "--message", "now");

    const { out } = await made.run("diff", "HEAD~1", "HEAD");
    expect(out).toContain("(line 12 → 13)");
    expect(out).toContain("(line — → 12)");
    expect((await made.run("diff", "HEAD~1")).out).toBe(out);
  });

  test("between positions in the YAML and beside it finds nothing", async () => {
    const made = await project();
    await asVersion010(made);
    git(made.folder, "init", "--quiet");
    git(made.folder, "add", ".");
    git(made.folder, "commit", "--quiet", "--message", "0.1.0");
    await made.build();

    expect(await made.run("diff", "HEAD")).toEqual({
      status: 0,
      out: "nothing has changed\n",
      err: "",
    });
  });

  test.each(broken)(
    "of a revision whose positions file %s warns with its name",
    async (_, text) => {
      const { folder, positions, run } = await project();
      writeFileSync(positions, text);
      git(folder, "init", "--quiet");
      git(folder, "add", ".");
      git(folder, "commit", "--quiet", "--message", "one");

      const { status, err } = await run("diff", "HEAD", "HEAD");

      expect(status).toBe(0);
      expect(err).toContain(`HEAD:specs/${product}/positions/MakeShelf.json`);
      expect(err).toContain("spec/unusable-positions");
    },
  );
});

describe("without positions", () => {
  test("generate and export make the same", async () => {
    const { folder, specs, positions } = await project();
    const generate = async (name: string) => {
      const out = join(folder, name);
      const { status } = await runDocwright("generate", specs, "--out", out);
      const openapi = await runDocwright("export", "openapi", specs);
      expect({ status, openapi: openapi.status }).toEqual({ status: 0, openapi: 0 });
      return { out, openapi: openapi.out };
    };
    const before = await generate("one");
    rmSync(positions);
    const after = await generate("two");

    expect(after.openapi).toBe(before.openapi);
    expect(() => execFileSync("diff", ["-r", before.out, after.out])).not.toThrow();
  });
});
