import { describe, expect, test } from "vitest";
import { layOut, pageOf } from "./desk.ts";

/** The page of an operation as another language has it, with a title of its own. */
function english(action: string): string {
  return pageOf(action).replace(`调用${action}创建书架。`, `Makes something by ${action}.`);
}

describe("of the pages of one operation", () => {
  const files = {
    "docs/cn.zh-CN/shelf.md": pageOf("MakeShelf"),
    "docs/intl.en-US/shelf.md": english("MakeShelf"),
    "docs/intl.en-US/room.md": english("MakeRoom"),
  };
  const summaries = async (languages?: readonly string[]) => {
    const desk = layOut(files, {
      products: [{ pages: "docs" }],
      ...(languages === undefined ? {} : { languages }),
    });
    await desk.build();
    const lineOf = (name: string) =>
      /^page: .*\/([^/]*)\/[^/]*$/m.exec(
        desk.read(`specs/library-20200102/operations/${name}.yaml`),
      )?.[1];
    return [lineOf("MakeShelf"), lineOf("MakeRoom")];
  };

  test.each([
    ["the language that is preferred", ["en-US"], ["intl.en-US", "intl.en-US"]],
    ["a language whatever its country", ["zh"], ["cn.zh-CN", "intl.en-US"]],
    ["the folder that is preferred", ["cn.zh-CN", "intl.en-US"], ["cn.zh-CN", "intl.en-US"]],
    ["without a preference the first path", undefined, ["cn.zh-CN", "intl.en-US"]],
  ])("the spec comes from %s", async (_, languages, pages) => {
    expect(await summaries(languages)).toEqual(pages);
  });

  test("one that is in none of the preferred languages is reported", async () => {
    const desk = layOut(files, { products: [{ pages: "docs" }], languages: ["zh"] });

    expect((await desk.build()).findings).toEqual(["extract/other-language room.md"]);
  });

  test("two of one language are a finding: which one counts is chance", async () => {
    const [a, b] = [pageOf("MakeShelf"), `${pageOf("MakeShelf")}\nMore.\n`];

    const { findings } = await layOut({ "docs/a.md": a, "docs/b.md": b }).build();

    expect(findings).toEqual(["extract/duplicate-operation b.md"]);
  });

  test("what only one of another language knows is taken from it, whichever comes first", async () => {
    const row = "|Depth|Integer|否|30|Depth in centimetres. |\n";
    const desk = layOut({
      "docs/cn.zh-CN/shelf.md": pageOf("MakeShelf"),
      "docs/intl.en-US/shelf.md": english("MakeShelf").replace(/(\|Title\|)/, `${row}$1`),
    });
    const spec = () => desk.read("specs/library-20200102/operations/MakeShelf.yaml");

    expect((await desk.build()).findings).toEqual(["extract/kept-parameter shelf.md"]);
    expect(spec()).toContain("调用MakeShelf");
    expect(spec()).toMatch(/name: Depth\n {4}type: integer\n.*\n {4}page: .*intl\.en-US/);

    desk.write("docs/intl.en-US/shelf.md", english("MakeShelf"));
    await desk.build();
    expect(spec()).not.toContain("Depth");
  });

  test("one that has been moved or copied is none", async () => {
    const text = pageOf("MakeShelf");

    const { findings } = await layOut({ "docs/a.md": text, "docs/b.md": text }).build();

    expect(findings).toEqual([]);
  });

  test("one of an older style, with anchors in its headings, counts less", async () => {
    const newer = pageOf("MakeShelf");
    const older = newer
      .replace(/^# .*$/m, "# MakeShelf {#MakeShelf}")
      .replace("调用MakeShelf", "用MakeShelf");
    const desk = layOut({ "docs/a.md": older, "docs/b.md": newer });

    expect((await desk.build()).findings).toEqual([]);
    expect(desk.read("specs/library-20200102/operations/MakeShelf.yaml")).toContain("b.md");
  });
});

describe("several products", () => {
  const other = (text: string) =>
    text.replaceAll("Library", "Archive").replace("2020-01-02", "2021-03-04");
  const files = {
    "docs/a/shelf.md": pageOf("MakeShelf"),
    "docs/b/box.md": other(pageOf("MakeBox")),
  };

  test("become a package each", async () => {
    expect((await layOut(files).build()).packages).toEqual([
      "generated/archive-20210304: 1",
      "generated/library-20200102: 1",
    ]);
  });

  test("have names and folders of their own", async () => {
    const desk = layOut(files, {
      output: "packages",
      products: [
        {
          pages: "docs",
          product: "Library",
          version: "2020-01-02",
          package: "@acme/library",
          output: "lib",
        },
        {
          pages: "docs",
          product: "Archive",
          version: "2021-03-04",
          endpoint: "archive.example.com",
        },
      ],
    });

    expect((await desk.build()).packages).toEqual(["packages/archive-20210304: 1", "lib: 1"]);
    expect(desk.read("lib/package.json")).toContain('"name": "@acme/library"');
    expect(desk.read("packages/archive-20210304/src/service.ts")).toContain("archive.example.com");
  });

  test("are left out that the configuration does not name", async () => {
    const desk = layOut(files, {
      products: [{ pages: "docs", product: "Library", version: "2020-01-02" }],
    });

    expect((await desk.build()).packages).toEqual(["generated/library-20200102: 1"]);
    expect(desk.has("specs/archive-20210304")).toBe(false);
  });

  test("what a package depends on is its own: a change of one leaves the other alone", async () => {
    const desk = layOut(files);
    await desk.build();
    const before = desk.times("generated/archive-20210304");
    desk.write("docs/a/room.md", pageOf("MakeRoom"));
    await desk.build();

    expect(desk.times("generated/archive-20210304")).toEqual(before);
  });
});

test("a product's pages may say nothing of it where the configuration does", async () => {
  const silent = pageOf("MakeShelf").replace(/^\[调试\].*$/m, "");
  const desk = layOut(
    { "docs/shelf.md": silent },
    { products: [{ pages: "docs", product: "Library", version: "2020-01-02" }] },
  );

  expect(await desk.build()).toMatchObject({
    findings: [],
    packages: ["generated/library-20200102: 1"],
  });
});

test("specs without pages are built as they are", async () => {
  const spec = "specs/library-20200102/operations/MakeShelf.yaml";
  const first = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
  await first.build();
  const desk = layOut({ [spec]: first.read(spec) }, {});

  expect((await desk.build()).packages).toEqual(["generated/library-20200102: 1"]);
  expect(await desk.build()).toMatchObject({ fresh: true });
  expect(desk.read(spec)).toBe(first.read(spec));
});

test("files beside the folders of specs are left alone", async () => {
  const desk = layOut({ "specs/library-20200102/pages/shelf.md": pageOf("MakeShelf") }, {});
  desk.write("specs/README.md", "mine");

  expect((await desk.build()).packages).toEqual(["generated/library-20200102: 1"]);
});

test("a product whose last page is gone stays until it is pruned", async () => {
  const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
  await desk.build();
  const before = desk.files("specs");
  desk.remove("docs/shelf.md");

  expect(await desk.build()).toMatchObject({
    findings: ["extract/no-pages docs", "build/removes library-20200102"],
    removed: [],
  });
  expect(desk.files("specs")).toEqual(before);

  await desk.build({ prune: true });

  expect(desk.has("specs/library-20200102")).toBe(false);
  expect(desk.has("generated/library-20200102")).toBe(false);
});

describe("templates with an error", () => {
  const files = {
    "docs/shelf.md": pageOf("MakeShelf"),
    "docs/box.md": pageOf("MakeBox").replaceAll("Library", "Archive"),
  };
  const products = [{ pages: "docs" }];

  test("leave the packages as they were, though the configuration named others before", async () => {
    const desk = layOut(files, { products });
    await desk.build();
    const before = desk.files("generated");
    desk.write("mine/notes.md.hbs", "{{#each");
    const broken = desk.as({ products, templates: "mine" });

    expect(await broken.build()).toMatchObject({ written: [], removed: [] });
    desk.write("docs/shelf.md", desk.read("docs/shelf.md").replace("书架的标题", "书架的名称"));
    expect(await broken.build()).toMatchObject({ removed: [] });
    const packages = (all: Record<string, string>) =>
      Object.entries(all).filter(([path]) => !path.includes("/.docwright/"));
    expect(packages(desk.files("generated"))).toEqual(packages(before));
  });

  test("leave the packages as they were, though the whole folder is not there", async () => {
    const desk = layOut(
      { ...files, "mine/LICENSE.hbs": "mine\n" },
      { products, templates: "mine" },
    );
    await desk.build();
    const mistyped = desk.as({ products, templates: "mein" });

    expect(await mistyped.build()).toMatchObject({
      findings: ["file/unreadable mein"],
      written: [],
      removed: [],
    });
    expect(desk.read("generated/library-20200102/LICENSE")).toBe("mine\n");
  });

  test("are told of once, however many packages there are", async () => {
    const desk = layOut(files, { products, templates: "mine" });
    desk.write("mine/notes.md.hbs", "{{#each");

    expect((await desk.build()).findings).toEqual(["template/syntax notes.md.hbs"]);
  });
});

test("a package that is to lie elsewhere does not stay where it lay", async () => {
  const config = { pages: "docs", product: "Library", version: "2020-01-02" };
  const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") }, { products: [config] });
  await desk.build();
  const moved = desk.as({ products: [{ ...config, output: "lib" }] });
  await moved.build();

  expect(desk.has("generated/library-20200102")).toBe(false);
  expect(desk.has("lib/package.json")).toBe(true);
});
