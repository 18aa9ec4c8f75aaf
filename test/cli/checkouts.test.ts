import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const pageOf = (action: string) => page().replaceAll("MakeShelf", action);
const config = "products:\n  - { product: Library, version: '2020-01-02', pages: docs }\n";
const productFile =
  'product: Library\nversion: "2020-01-02"\nendpoint: library.example.com\npackage: "@acme/library"\n';

/** A project with a package name and an endpoint of its own. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    "docs/shelf.md": page(),
    "docs/room.md": page().replaceAll("MakeShelf", "MakeRoom"),
    "docwright.config.yaml": config,
    "specs/library-20200102/product.yaml": productFile,
    ...files,
  });
  const run = (command: string, ...flags: readonly string[]) =>
    runDocwright(command, "--config", join(folder, "docwright.config.yaml"), ...flags);
  return { folder, run };
}

/** Every file below a folder, by path; not what a build leaves for the next one. */
function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.includes(".docwright/") && statSync(join(folder, path)).isFile())
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe("one road", () => {
  test("extract and generate make what a build makes, with the configuration", async () => {
    const { folder, run } = project();
    await run("extract");
    await run("generate");
    const steps = {
      specs: filesIn(join(folder, "specs")),
      packages: filesIn(join(folder, "generated")),
    };

    expect(await run("check", "--stale-only")).toMatchObject({ status: 0 });
    rmSync(join(folder, "generated"), { recursive: true });
    await run("build");

    expect(filesIn(join(folder, "specs"))).toEqual(steps.specs);
    expect(filesIn(join(folder, "generated"))).toEqual(steps.packages);
    expect(steps.packages["library-20200102/package.json"]).toContain('"@acme/library"');
    expect(steps.packages["library-20200102/src/service.ts"]).toContain("library.example.com");
  });

  test("one page that is extracted gets the spec that a build makes of it", async () => {
    const { folder, run } = project();
    await run("build");
    const built = filesIn(join(folder, "specs"));
    rmSync(join(folder, "specs/library-20200102/operations"), { recursive: true });

    await run("extract", join(folder, "docs/shelf.md"));

    const spec = "library-20200102/operations/MakeShelf.yaml";
    expect(filesIn(join(folder, "specs"))[spec]).toBe(built[spec]);
  });
});

describe("a checkout", () => {
  test("with CRLF line ends is not stale", async () => {
    const { folder, run } = project();
    await run("build");
    for (const below of ["specs", "generated", "docs"]) {
      for (const [path, text] of Object.entries(filesIn(join(folder, below)))) {
        writeFileSync(join(folder, below, path), text.replaceAll("\n", "\r\n"));
      }
    }

    expect(await run("check", "--stale-only")).toMatchObject({
      status: 0,
      out: expect.stringContaining("up to date") as string,
    });
    const before = filesIn(folder);
    expect(JSON.parse((await run("build", "--json")).out)).toMatchObject({
      written: [],
      removed: [],
    });
    expect(JSON.parse((await run("build", "--json")).out)).toMatchObject({ upToDate: true });
    expect(filesIn(folder)).toEqual(before);
  });

  test("moved together with its absolute folder of pages is up to date, and its pages are found", async () => {
    const pages = { "vendor/en/shelf.md": page(), "vendor/en/make/room.md": pageOf("MakeRoom") };
    const at = (folder: string) => {
      const config = join(folder, "proj/docwright.config.json");
      mkdirSync(join(folder, "proj"), { recursive: true });
      writeFileSync(config, JSON.stringify({ products: [{ pages: join(folder, "vendor") }] }));
      return (...words: readonly string[]) => runDocwright(...words, "--config", config);
    };
    const here = folderWith(pages);
    const there = folderWith({});
    await at(here)("build");
    cpSync(here, there, { recursive: true });
    rmSync(here, { recursive: true });

    const run = at(there);
    const checked = await run("check");
    const explained = await run("explain", "MakeRoom.Title");
    const extracted = await run("extract", join(there, "vendor/en/make"));

    expect(checked.err).not.toContain("check/stale");
    expect(checked.status).toBe(0);
    const written = filesIn(join(there, "proj"));
    expect(written["specs/library-20200102/operations/MakeRoom.yaml"]).toContain(
      "page: vendor/en/make/room.md\n",
    );
    expect(JSON.stringify(written)).not.toContain(`from ${here}`);
    expect(explained.out).toContain("vendor/en/make/room.md:");
    expect(extracted.out).toContain("0 files written");
  });

  test("whose absolute folder of pages no configuration names any more says so in explain", async () => {
    const folder = folderWith({ "vendor/shelf.md": page() });
    const specs = join(folder, "proj/specs");
    await runDocwright("extract", join(folder, "vendor"), "--out", specs);

    const { status, err } = await runDocwright("explain", "MakeShelf", "--specs", specs);

    expect(status).toBe(1);
    expect(err).toContain("the page vendor/shelf.md lies in a folder outside the project");
    const found = ["explain", "MakeShelf", "--specs", specs, "--pages", join(folder, "vendor")];
    expect((await runDocwright(...found)).out).toContain("vendor/shelf.md:");
  });

  test("loses the spec of a page that is deleted in its absolute folder, and none of another folder", async () => {
    const folder = folderWith({
      "vendor/shelf.md": page(),
      "vendor/room.md": pageOf("MakeRoom"),
      "more/till.md": pageOf("MakeTill"),
    });
    const specs = join(folder, "proj/specs");
    const extract = (...words: readonly string[]) =>
      runDocwright("extract", ...words, "--out", specs, "--prune");
    await extract(join(folder, "vendor"), join(folder, "more"));
    rmSync(join(folder, "vendor/room.md"));

    await extract(join(folder, "vendor"));

    const left = Object.keys(filesIn(join(specs, "library-20200102/operations")));
    expect(left).toEqual(["MakeShelf.yaml", "MakeTill.yaml"]);
  });

  test("at another place, of the same absolute folder of pages, gives the same bytes", async () => {
    const docs = join(folderWith({ "docs/shelf.md": page() }), "docs");
    const build = async (folder: string) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, "docwright.config.json"),
        JSON.stringify({ products: [{ pages: docs }] }),
      );
      await runDocwright("build", "--config", join(folder, "docwright.config.json"));
      return {
        specs: filesIn(join(folder, "specs")),
        packages: filesIn(join(folder, "generated")),
      };
    };

    const here = await build(folderWith({}));
    const deeper = await build(join(folderWith({}), "a/b/c"));

    expect(deeper).toEqual(here);
    expect(here.specs["library-20200102/operations/MakeShelf.yaml"]).toContain(
      "page: docs/shelf.md\n",
    );
  });

  test("that was moved is up to date", async () => {
    const { folder, run } = project();
    await run("build");
    const moved = join(folderWith({}), "moved");
    cpSync(folder, moved, { recursive: true });

    const { out } = await runDocwright("build", "--config", join(moved, "docwright.config.yaml"));

    expect(out).toContain("up to date");
  });
});

describe("nothing is removed", () => {
  test("for a page that a limit cuts", async () => {
    const { folder, run } = project();
    await run("build");
    const before = filesIn(join(folder, "specs"));

    const { status, err, out } = await run("build", "--max-page-bytes", "10");

    expect(status).toBe(1);
    expect(findings(err)).toContain("room.md:1:11 error limit/page-bytes");
    expect(out).toContain("2 refused");
    expect(filesIn(join(folder, "specs"))).toEqual(before);
  });

  test("for a product that is misspelt in the configuration", async () => {
    const { folder, run } = project();
    await run("build");
    const before = filesIn(join(folder, "specs"));
    writeFileSync(join(folder, "docwright.config.yaml"), config.replace("Library", "library"));

    const { status, err } = await run("build");

    expect(status).toBe(1);
    expect(err).toContain(
      "no page in docs documents library 2020-01-02; its pages state Library 2020-01-02 (2 pages).",
    );
    expect(filesIn(join(folder, "specs"))).toEqual(before);
    expect((await run("check", "--stale-only")).status).toBe(1);
  });

  test("for a page whose Action row is gone, and check is red", async () => {
    const { folder, run } = project();
    await run("build");
    const before = filesIn(join(folder, "specs"));
    const nameless = page()
      .replace(/^\|Action\|.*\n/m, "")
      .replace(/^\[.*\n/m, "");
    writeFileSync(join(folder, "docs/room.md"), nameless);

    const { status, err, out } = await run("build");

    expect(status).toBe(1);
    expect(findings(err)).toContain("room.md:1:1 warning extract/unnamed-operation");
    expect(err).toContain(
      "the page made MakeRoom and names no operation any more, so the spec stays as it was.",
    );
    expect(out).toContain("2 pages: 1 operation, 1 refused");
    expect(filesIn(join(folder, "specs"))).toEqual(before);
    expect((await run("check", "--stale-only")).status).toBe(1);
  });
});

test("a guide that looks like an operation is ignored where the configuration says so", async () => {
  const guide =
    "# Common parameters\n\n|Name|Type|Description|\n|--|--|--|\n|Format|String|The format.|\n";
  const files = { "docs/guides/common.md": guide };
  const { run } = project(files);
  const ignoring = project({
    ...files,
    "docwright.config.yaml": `${config}ignore: [docs/guides]\n`,
  });

  expect((await run("build")).out).toContain("3 pages: 2 operations, 1 refused");
  expect((await run("check", "--stale-only")).status).toBe(1);
  expect((await ignoring.run("build")).out).toContain("3 pages: 2 operations, 1 ignored\n");
  expect((await ignoring.run("check", "--stale-only")).status).toBe(0);
});

test("a build without a configuration and without pages says what to run", async () => {
  const folder = folderWith({});
  const here = process.cwd();
  process.chdir(folder);
  try {
    const { status, err } = await runDocwright("build");

    expect(status).toBe(1);
    expect(err).toContain('Run "docwright init <folder of pages>"');
  } finally {
    process.chdir(here);
  }
});

test("an entry of ignore that leaves no page out is an error", async () => {
  const { run } = project({ "docwright.config.yaml": `${config}ignore: ["docs/**/common.md"]\n` });

  const { status, err } = await run("build");

  expect(status).toBe(1);
  expect(err).toContain('no page lies at "docs/**/common.md"');
});
