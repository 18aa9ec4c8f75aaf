import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const pageOf = (action: string) => page().replaceAll("MakeShelf", action);

/** A project of two pages, and a command line in it. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    "docs/shelf.md": page(),
    "docs/room.md": pageOf("MakeRoom"),
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    ...files,
  });
  const place = (path: string) => join(folder, path);
  const run = (command: string, ...words: readonly string[]) =>
    runDocwright(...command.split(" "), ...words, "--config", place("docwright.config.yaml"));
  return { folder, place, run };
}

/** Pages of twenty operations: one of them is less than a tenth. */
function manyPages(): Record<string, string> {
  const names = Array.from({ length: 20 }, (_, index) => `Make${"ABCDEFGHIJKLMNOPQRST"[index]}`);
  return Object.fromEntries(names.map((name) => [`docs/${name}.md`, pageOf(name)]));
}

describe("specs of a product that is not configured any more", () => {
  const one = 'products:\n  - { product: Library, version: "2020-01-02", pages: docs/a }\n';
  const files = {
    "docs/a/shelf.md": page(),
    "docs/b/till.md": pageOf("MakeTill").replaceAll("Library", "Shop"),
    "docwright.config.yaml": `${one}  - { product: Shop, version: "2020-01-02", pages: docs/b }\n`,
  };

  test.each([
    ["generate", "--out", "packages"],
    ["export openapi", "--json"],
    ["extract"],
    ["build"],
  ])("are named by %s", async (command, ...words) => {
    const { place, run } = project(files);
    await run("extract");
    writeFileSync(place("docwright.config.yaml"), one);

    const out = command === "generate" ? [words[0] ?? "", place(words[1] ?? "")] : words;
    const { status, err, out: printed } = await run(command, ...out);

    expect(status).toBe(0);
    expect(err + printed).toContain(
      "no page and no entry of the configuration makes the specs in specs/shop-20200102, so they are left out: MakeTill.",
    );
    expect(printed).not.toContain('"name":"shop-20200102"');
    expect((await run("check", "--stale-only")).status).toBe(1);
  });

  test("belong to an entry without a product while their pages lie there", async () => {
    const { place, run } = project({
      ...files,
      "docwright.config.yaml": "products:\n  - pages: docs/a\n  - pages: docs/b\n",
    });
    await run("extract");
    expect((await run("generate")).err).not.toContain("config/unused-specs");
    writeFileSync(place("docwright.config.yaml"), "products:\n  - pages: docs/a\n");

    expect(findings((await run("generate")).err)).toContain(
      "shop-20200102:1:1 warning config/unused-specs",
    );
  });

  test("are no concern of a build of other pages", async () => {
    const { place, run } = project(files);
    await run("extract");

    const { err } = await run("build", place("docs/a"));

    expect(err).not.toContain("config/unused-specs");
  });
});

test("generate names a configured product that has no specs", async () => {
  const { run } = project({
    "docwright.config.yaml":
      'products:\n  - { product: Libary, version: "2020-01-02", pages: docs }\n',
  });

  const { status, err } = await run("generate");

  expect(status).toBe(1);
  expect(err).toContain("specs/libary-20200102 holds no operations/*.yaml");
});

describe("extract of a single page", () => {
  /** Without a configuration, where specs of other pages lie. */
  async function extracted(files: Readonly<Record<string, string>>) {
    const folder = folderWith(files);
    const place = (path: string) => join(folder, path);
    const extract = (...pages: readonly string[]) =>
      runDocwright("extract", ...pages.map(place), "--out", place("specs"));
    await extract("docs");
    const prune = () => runDocwright("extract", place("docs"), "--out", place("specs"), "--prune");
    return { place, extract, prune };
  }

  test("removes no spec, and names the one that the page made before", async () => {
    const { place, extract, prune } = await extracted({
      "docs/shelf.md": page(),
      "docs/room.md": pageOf("MakeRoom"),
    });
    writeFileSync(place("docs/shelf.md"), pageOf("MakeTill"));

    const { status, out, err } = await extract("docs/shelf.md");

    expect(status).toBe(0);
    expect(out).not.toContain("removed");
    expect(err).toContain("extract/left-behind MakeShelf in ");
    expect((await prune()).out).toContain("operations/MakeShelf.yaml");
  });

  test("names the other page that the spec came from", async () => {
    const { extract } = await extracted({
      "docs/a/shelf.md": page(),
      "docs/b/shelf.md": page({ rows: "|Title|String|是|Novels|书架的标题。 |" }),
    });

    const { err } = await extract("docs/b/shelf.md");

    expect(err).toContain("extract/replaced-page the spec of MakeShelf came from ");
    expect((await extract("docs/b/shelf.md")).err).not.toContain("extract/replaced-page");
  });

  test("names the operation that an emptied page leaves behind", async () => {
    const { place, extract } = await extracted({
      "docs/shelf.md": page(),
      "docs/room.md": pageOf("MakeRoom"),
    });
    writeFileSync(place("docs/shelf.md"), "");

    const { status, out, err } = await extract("docs/shelf.md");

    expect(status).toBe(1);
    expect(out).toContain("1 page: 1 refused");
    expect(findings(err)).toEqual([
      "shelf.md:1:1 warning extract/empty-page",
      "shelf.md:1:1 error derive/no-operation",
      "shelf.md:1:1 warning extract/left-behind",
    ]);
  });
});

describe("a page that was emptied", () => {
  test.each([
    ["of 0 bytes", "", "it is empty", "extract/empty-page"],
    [
      "without a table",
      "# Gone\n",
      "it documented an operation, and names none any more",
      "extract/lost-operation",
    ],
  ])("%s is refused, its operation's removal named, and check is red", async (...given) => {
    const [, text, reason, code] = given;
    const { place, run } = project(manyPages());
    await run("build");
    writeFileSync(place("docs/MakeA.md"), text);

    const check = await run("check", "--stale-only");
    expect(check.status).toBe(1);
    expect(findings(check.err)).toContain(`MakeA.md:1:1 error ${code}`);
    const { out } = await run("build", "--json");

    const { pages, diagnostics } = JSON.parse(out) as {
      pages: object[];
      diagnostics: { message: string }[];
    };
    expect(pages).toContainEqual({ file: "docs/MakeA.md", state: "refused", reason });
    expect(diagnostics.map(({ message }) => message).join()).toContain(
      "an operation removed from specs/library-20200102, since no page documents it any more: MakeA",
    );
  });

  test("is a guide once its operation has been removed", async () => {
    const { place, run } = project(manyPages());
    await run("build");
    writeFileSync(place("docs/MakeA.md"), "# Gone\n");
    await run("build");

    expect((await run("check", "--stale-only")).status).toBe(0);
    expect((await run("build")).out).toContain("1 guide");
  });

  test("keeps its operation where that is more than a tenth", async () => {
    const { place, run } = project();
    await run("build");
    writeFileSync(place("docs/shelf.md"), "# Gone\n");
    await run("build");

    const { status, err, out } = await run("build");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(
      expect.arrayContaining([
        "library-20200102:1:1 error build/removes",
        "shelf.md:1:1 warning extract/lost-operation",
      ]),
    );
    expect(out).toContain("1 refused");
  });
});

test("a page that has lost its Action row keeps its spec, however many others there are", async () => {
  const { place, run } = project(manyPages());
  await run("build");
  const nameless = pageOf("MakeA")
    .replace(/^\|Action\|.*\n/m, "")
    .replace(/^\[.*\n/m, "");
  writeFileSync(place("docs/MakeA.md"), nameless);

  const { status, err, out } = await run("build");

  expect(status).toBe(1);
  expect(findings(err)).toContain("MakeA.md:1:1 error extract/lost-name");
  expect(err).not.toContain("build/remove");
  expect(out).toContain("22 pages: 21 operations, 1 refused");
  expect(out).toContain("1 package, 22 operations");
  expect((await run("check", "--stale-only")).status).toBe(1);
  expect((await run("extract", "--prune")).out).not.toContain("removed");
});

test("a misspelt product is an error, though some pages state none and are taken for it", async () => {
  const { run } = project({
    "docs/till.md": pageOf("MakeTill").replace(/^\[.*\n/m, ""),
    "docwright.config.yaml":
      'products:\n  - { product: Libary, version: "2020-01-02", pages: docs }\n',
  });

  const { status, err } = await run("build");

  expect(status).toBe(1);
  expect(err).toContain(
    "no page in docs documents Libary 2020-01-02; its pages state Library 2020-01-02 (2 pages).",
  );
});

test("pages that a watch sees deleted one by one count as one removal", async () => {
  const { buildProject } = await import("../../src/api/build-project.ts");
  const { openProject } = await import("../../src/api/open-project.ts");
  const { folder, place } = project(manyPages());
  const opened = await openProject({ folder });
  const session = new Map<string, ReadonlySet<string>>();
  const build = () => buildProject(opened, { session });
  await build();

  const removals: number[] = [];
  const messages: string[] = [];
  for (const name of ["A", "B", "C"]) {
    rmSync(place(`docs/Make${name}.md`));
    const { removed, diagnostics } = await build();
    removals.push(removed.filter((path) => path.endsWith(".yaml")).length);
    for (const { code, message } of diagnostics)
      if (code === "build/removes") messages.push(message);
  }

  expect(removals).toEqual([1, 1, 0]);
  expect(messages).toEqual([
    "this would remove 1 of 22 operations in specs/library-20200102: MakeC. Since the watch began, 2 others were removed. Run it with --prune if their pages are gone on purpose.",
  ]);
  writeFileSync(place("docs/MakeA.md"), pageOf("MakeA"));
  await build();
  expect((await build()).diagnostics.map(({ code }) => code)).not.toContain("build/removes");
});

describe("generate, of specs that were removed by hand", () => {
  async function generated(...gone: readonly string[]) {
    const one = project(manyPages());
    await one.run("build");
    for (const name of gone) rmSync(one.place(`specs/library-20200102/operations/${name}.yaml`));
    const module = (name: string) =>
      existsSync(one.place(`generated/library-20200102/src/operations/make-${name}.ts`));
    return { ...one, module };
  }

  test("names an operation that it removes, and exits with 0", async () => {
    const { run, module } = await generated("MakeA");

    const { status, err } = await run("generate");

    expect(status).toBe(0);
    expect(err).toContain(
      "an operation removed from generated/library-20200102, since no spec describes it any more: MakeA.",
    );
    expect(module("a")).toBe(false);
    expect((await run("generate")).err).not.toContain("generate/removed");
  });

  test("removes more than a tenth of a product's operations with --prune only", async () => {
    const { run, module } = await generated("MakeA", "MakeB", "MakeC");

    const refused = await run("generate", "--json");

    expect(refused.status).toBe(1);
    const { diagnostics } = JSON.parse(refused.out) as { diagnostics: Record<string, unknown>[] };
    expect(diagnostics.find(({ code }) => code === "generate/removes")).toMatchObject({
      names: ["MakeA", "MakeB", "MakeC"],
      message: expect.stringContaining("3 of 22 operations") as string,
    });
    expect(module("a")).toBe(true);

    const pruned = await run("generate", "--prune");

    expect(pruned.status).toBe(0);
    expect(pruned.err).toContain("3 operations removed from generated/library-20200102");
    expect(module("a")).toBe(false);
  });
});

describe.each([
  ["a configured product", '{ product: Library, version: "2020-01-02", pages: docs }'],
  ["any product", "pages: docs"],
])("an operation of %s whose pages misspell the product", (_, entry) => {
  async function misspelt() {
    const one = project({
      ...manyPages(),
      "docwright.config.yaml": `products:\n  - ${entry}\n`,
    });
    await one.run("build");
    writeFileSync(one.place("docs/room.md"), pageOf("MakeRoom").replace("Library&", "Librarry&"));
    const spec = one.place("specs/library-20200102/operations/MakeRoom.yaml");
    return { ...one, spec };
  }
  const message =
    'the page made MakeRoom of Library 2020-01-02 and states "Librarry 2020-01-02" now, so the spec stays';

  test("keeps its spec, and check and build name the page and what it states", async () => {
    const { run, spec } = await misspelt();

    for (const command of ["check --stale-only", "build", "check --stale-only", "extract"]) {
      const { status, err } = await run(command);

      expect([command, status]).toEqual([command, 1]);
      expect(err).toContain(message);
      expect(findings(err)).toContain("room.md:1:1 error extract/restated-product");
      expect(err).not.toContain("no page documents");
    }
    expect(existsSync(spec)).toBe(true);
  });

  test("goes with --prune, with the reason", async () => {
    const { run, spec } = await misspelt();
    await run("build");

    const { status, err } = await run("build --prune");

    expect(status).toBe(0);
    expect(err).toContain(
      'removed from specs/library-20200102, since docs/room.md states "Librarry 2020-01-02" now: MakeRoom.',
    );
    expect(existsSync(spec)).toBe(false);
    expect((await run("check --stale-only")).status).toBe(0);
  });
});

test("a page that misspells the product is refused also where another language has the operation", async () => {
  const { place, run } = project({
    "docs/en-US/room.md": pageOf("MakeRoom"),
    "docs/zh-CN/room.md": pageOf("MakeRoom"),
    "docwright.config.yaml":
      'languages: [zh, en]\nproducts:\n  - { product: Library, version: "2020-01-02", pages: docs }\n',
  });
  await run("build");
  writeFileSync(
    place("docs/zh-CN/room.md"),
    pageOf("MakeRoom").replace("product=Library&", "product=Librarry&"),
  );

  const { status, err } = await run("build");

  expect(status).toBe(1);
  expect(err).toContain('the page documents "Librarry", the configuration asks for "Library".');
});

describe("a parameter that the preferred page does not have, and another language has", () => {
  const rows = (...names: readonly string[]) =>
    names.map((name) => `|${name}|String|是|Novels|说明。 |`).join("\n");
  const files = {
    "docs/zh-CN/shelf.md": page({ rows: rows("Title", "Color") }),
    "docs/en-US/shelf.md": page({ rows: rows("Title", "Color") }),
    "docwright.config.yaml": "languages: [zh, en]\nproducts:\n  - pages: docs\n",
  };

  test.each([
    ["was renamed there", rows("Title", "Shade")],
    ["was dropped there", rows("Title")],
  ])("has a finding of its own where it %s", async (_, left) => {
    const { place, run } = project(files);
    await run("build");
    writeFileSync(place("docs/zh-CN/shelf.md"), page({ rows: left }));

    const { status, err } = await run("build");

    expect(status).toBe(0);
    expect(err).toContain(
      'zh-CN/shelf.md:1:1 warning extract/kept-parameter MakeShelf takes the request parameter "Color" from docs/en-US/shelf.md:13. It is not on this page, which is preferred; it may have been renamed or removed here.',
    );
    expect((await run("build")).err).toContain("extract/kept-parameter");
  });
});
