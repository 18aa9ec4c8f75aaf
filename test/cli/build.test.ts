import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const endpoint = 'product: Library\nversion: "2020-01-02"\nendpoint: example.com\n';
const config = "products:\n  - pages: docs\n";

/** A project with a configuration, and the words that name it from wherever the test runs. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    "docwright.config.yaml": config,
    "docs/shelf.md": page(),
    "specs/library-20200102/product.yaml": endpoint,
    ...files,
  });
  const run = (command: string, ...more: readonly string[]) =>
    runDocwright(command, "--config", join(folder, "docwright.config.yaml"), ...more);
  return { folder, run, place: (path: string) => join(folder, path) };
}

/** A path as messages have it: relative to where the command runs. */
const shown = (path: string) => relative(process.cwd(), path);

describe("docwright build", () => {
  test("counts the pages, and says in one line what it did", async () => {
    const { run } = project();

    expect(await run("build")).toEqual({
      status: 0,
      out: expect.stringMatching(
        /^1 page: 1 operation\n1 package, 1 operation: \d+ files written, 0 removed, 0 unchanged\n$/,
      ) as string,
      err: "",
    });
    expect((await run("build")).out).toBe(
      "1 page: 1 operation\n1 package, 1 operation: up to date\n",
    );
  });

  test("tells programs what it did", async () => {
    const { run, place } = project();
    await run("build");

    expect(JSON.parse((await run("build", "--json")).out)).toEqual({
      packages: [
        {
          folder: shown(place("generated/library-20200102")),
          specs: shown(place("specs/library-20200102")),
          operations: 1,
        },
      ],
      pages: [{ file: "docs/shelf.md", state: "used", action: "MakeShelf" }],
      upToDate: true,
      written: [],
      removed: [],
      unchanged: 0,
      diagnostics: [],
    });
  });

  test("ends with 1 where a page has an error, and builds the others", async () => {
    const broken = page({ rows: "|Title|String|也许|Novels|书架的标题。 |" });
    const { run, place } = project({ "docs/case.md": broken.replaceAll("MakeShelf", "MakeCase") });

    const { status, err } = await run("build");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["case.md:12:15 error derive/unclear-required"]);
    expect(existsSync(place("generated/library-20200102/src/operations/make-shelf.ts"))).toBe(true);
  });

  test("lets flags win over the configuration", async () => {
    const { run, place } = project();

    await run("build", "--out", place("elsewhere"));

    expect(existsSync(place("elsewhere/library-20200102/package.json"))).toBe(true);
    expect(existsSync(place("generated"))).toBe(false);
  });

  test("says what is wrong with a configuration, and where", async () => {
    const { run } = project({ "docwright.config.yaml": "product: []\n" });

    const { status, err } = await run("build");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["docwright.config.yaml:1:1 error spec/unknown-key"]);
  });

  test("says what keeps it from writing, and changes nothing", async () => {
    const { run, place } = project({ generated: "a file in the folder's place" });

    const { status, err } = await run("build");

    expect(status).toBe(1);
    expect(err).toContain("output/unwritable");
    expect(existsSync(place("specs/library-20200102/operations"))).toBe(false);
  });
});

describe("docwright check, after a build", () => {
  test("shows what a build would change, as a patch", async () => {
    const { run, place } = project();
    await run("build");
    const module = place("generated/library-20200102/src/operations/make-shelf.ts");
    writeFileSync(module, readFileSync(module, "utf8").replace("Title: string;", "Title: number;"));

    const { status, out, err } = await run("check", "--stale-only");

    expect(status).toBe(1);
    expect(out).toMatch(/^--- a\/.*make-shelf\.ts\n\+\+\+ b\/.*make-shelf\.ts\n@@ /);
    expect(out).toContain("-  Title: number;\n+  Title: string;\n");
    expect(findings(err)).toEqual([
      expect.stringMatching(/^make-shelf\.ts:\d+:1 error check\/stale$/),
    ]);
    expect(err).toMatch(
      /To bring all up to date: docwright build --config .*docwright\.config\.yaml\n$/,
    );
  });

  test("writes nothing of what it finds stale", async () => {
    const { run, place } = project();
    await run("build");
    writeFileSync(place("docs/shelf.md"), page().replace("书架的标题", "书架的名称"));
    const spec = readFileSync(place("specs/library-20200102/operations/MakeShelf.yaml"), "utf8");
    await run("check", "--stale-only");

    expect(readFileSync(place("specs/library-20200102/operations/MakeShelf.yaml"), "utf8")).toBe(
      spec,
    );
    expect((await run("check", "--stale-only")).status).toBe(1);
  });

  test("remembers what the compiler said until something changes", async () => {
    const { run, place } = project({
      "docs/shelf.md": page()
        .replace('"s-1"}', '"s-1", "Id": 1}')
        .replace('{"ShelfId": "s-1"', '{"ShelfId": null'),
    });
    await run("build");
    const first = await run("check");
    const verdicts = readFileSync(place("generated/.docwright/checks.json"), "utf8");

    expect(findings(first.err)).toEqual([
      "shelf.md:34:1 error check/page-sample",
      "shelf.md:34:1 error check/page-sample",
    ]);
    expect(await run("check")).toEqual(first);
    expect(readFileSync(place("generated/.docwright/checks.json"), "utf8")).toBe(verdicts);
  });
});

describe("docwright init", () => {
  test.each(["yaml", "json", "ts"])("writes a configuration as %s that builds", async (format) => {
    const folder = folderWith({ "docs/a/shelf.md": page() });
    const here = process.cwd();
    process.chdir(folder);
    try {
      expect(await runDocwright("init", "docs", "--format", format)).toMatchObject({ status: 0 });
      expect(await runDocwright("build")).toMatchObject({ status: 0 });
      expect((await runDocwright("init", "docs", "--format", format)).err).toContain(
        "config/exists",
      );
    } finally {
      process.chdir(here);
    }
    expect(readFileSync(join(folder, `docwright.config.${format}`), "utf8")).toContain("docs/a");
    expect(existsSync(join(folder, "generated/library-20200102/package.json"))).toBe(true);
  });

  test.each([
    ["where one of another name is there", ["docs", "--force"], "config.ts", "config/several"],
    ["where its pages cannot be read", ["nowhere"], "readme.txt", "file/unreadable"],
  ])("writes nothing %s", async (_, words, there, code) => {
    const folder = folderWith({ "docs/shelf.md": page(), [`docwright.${there}`]: "" });
    const here = process.cwd();
    process.chdir(folder);
    try {
      const { status, err } = await runDocwright("init", ...words);
      expect([status, err]).toEqual([1, expect.stringContaining(code)]);
    } finally {
      process.chdir(here);
    }
    expect(readdirSync(folder).sort()).toEqual(["docs", `docwright.${there}`]);
  });

  /** Runs command lines in a folder. */
  async function inside(folder: string, ...lines: readonly string[]) {
    const here = process.cwd();
    process.chdir(folder);
    try {
      const runs = [];
      for (const line of lines) runs.push(await runDocwright(...line.split(" ")));
      return runs;
    } finally {
      process.chdir(here);
    }
  }

  const withoutLink = page().replace(/^\[.*\n/m, "");

  test("writes the entry of pages that state no product, and build and check say the same", async () => {
    const folder = folderWith({ "docs/shelf.md": withoutLink });

    const [first, init, ...others] = await inside(
      folder,
      "build",
      "init docs",
      "build",
      "check",
      "extract",
    );

    expect(first?.err).toContain('Run "docwright init <folder of pages>"');
    expect(init).toMatchObject({ status: 0, err: "" });
    expect(init?.out).toContain(
      "Now write product and version into docwright.config.yaml, since the pages do not state both. Then run docwright build.",
    );
    const config = readFileSync(join(folder, "docwright.config.yaml"), "utf8");
    expect(config).toContain('  - product: "" # write the product here, as in Shop\n');
    for (const { status, err } of others) {
      expect(status).toBe(1);
      expect(err).toContain("docwright.config.yaml:4:14");
      expect(err).toContain(
        "is empty. The pages do not state it: write the product of these pages",
      );
    }
    const filled = config.replace('product: ""', "product: Library");
    writeFileSync(
      join(folder, "docwright.config.yaml"),
      filled.replace('version: ""', 'version: "2020-01-02"'),
    );
    const [built] = await inside(folder, "build");
    expect(built?.status).toBe(0);
    expect(existsSync(join(folder, "generated/library-20200102/package.json"))).toBe(true);
  });

  test("prints the entry of pages that state no product beside others, ready to be pasted", async () => {
    const folder = folderWith({
      "docs/a/shelf.md": page(),
      "docs/c/till.md": page().replaceAll("Library", "Shop"),
      "docs/b/room.md": withoutLink.replaceAll("MakeShelf", "MakeRoom"),
    });

    const [init, built] = await inside(folder, "init docs", "build");

    expect(init?.out)
      .toContain(`  Add this entry to products in docwright.config.yaml, with product and version:
    - product: "" # write the product here, as in Shop
      version: "2020-01-02"
      pages: docs/b
`);
    expect(built?.status).toBe(0);
  });

  test("tells samples without a host from samples that name several", async () => {
    const called = (host: string) =>
      page().replace("http(s)://[Endpoint]", `https://${host}.example-host.com`);
    const [none] = await inside(folderWith({ "docs/shelf.md": page() }), "init docs");
    const folder = folderWith({
      "docs/shelf.md": called("a"),
      "docs/room.md": called("b").replaceAll("MakeShelf", "MakeRoom"),
    });
    const [several] = await inside(folder, "init docs");

    expect(none?.out).toContain("no endpoint, since its samples name no host");
    expect(several?.out).toContain("no endpoint, since its samples do not agree on one host");
    const written = readFileSync(join(folder, "specs/library-20200102/product.yaml"), "utf8");
    expect(written).toContain("# The samples of the pages do not agree on the host to call.");
    const [, schema = ""] = /\$schema=(\S+)/.exec(written) ?? [];
    expect(existsSync(join(folder, "specs/library-20200102", schema))).toBe(true);
  });

  test("finds nothing in a folder without pages", async () => {
    const { status, err } = await runDocwright("init", folderWith({}));

    expect(status).toBe(1);
    expect(err).toContain("extract/no-pages");
  });
});
