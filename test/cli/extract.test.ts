import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const spec = "library-20200102/operations/MakeShelf.yaml";

describe("docwright extract", () => {
  test("writes the spec of a page into its product's folder, and leaves the page where it is", async () => {
    const folder = folderWith({ "docs/shelf.md": page() });
    const specs = join(folder, "specs");

    const { status, out } = await runDocwright("extract", join(folder, "docs"), "--out", specs);

    expect(status).toBe(0);
    expect(out).toContain("1 page: 1 operation\n1 spec");
    expect(readFileSync(join(specs, spec), "utf8")).toContain("page: docs/shelf.md\n");
    expect(existsSync(join(specs, "library-20200102/pages"))).toBe(false);
    expect(existsSync(join(specs, "schema/operation.schema.json"))).toBe(true);
  });

  test("writes the same specs as a build, to the byte", async () => {
    const folder = folderWith({
      "docs/en-US/shelf.md": page(),
      "docs/zh-CN/shelf.md": page({
        rows: "|Title|String|是|Novels|标题。 |\n|Depth|Integer|否|3|深度。 |",
      }),
      "docs/zh-CN/room.md": page().replaceAll("MakeShelf", "MakeRoom"),
      "docwright.config.yaml": "languages: [en]\nproducts:\n  - pages: docs\n",
    });
    const config = join(folder, "docwright.config.yaml");
    const specsIn = (name: string) => {
      const home = join(folder, name, "library-20200102/operations");
      return readdirSync(home).map((file) => [file, readFileSync(join(home, file), "utf8")]);
    };

    await runDocwright("extract", "--config", config, "--out", join(folder, "extracted"));
    await runDocwright("build", "--config", config, "--specs", join(folder, "built"));

    expect(specsIn("extracted")).toEqual(specsIn("built"));
    expect(specsIn("extracted").map(([file]) => file)).toEqual(["MakeRoom.yaml", "MakeShelf.yaml"]);
  });

  test("without pages, reads those of the folder of specs, and leaves what is right as it is", async () => {
    const specs = folderWith({ "library-20200102/pages/nested/shelf.md": page() });
    await runDocwright("extract", "--out", specs);
    const before = statSync(join(specs, spec)).mtimeMs;

    const { status, out } = await runDocwright("extract", "--out", specs);

    expect(status).toBe(0);
    expect(out).toContain("0 files written, 7 unchanged");
    expect(statSync(join(specs, spec)).mtimeMs).toBe(before);
    expect(readFileSync(join(specs, spec), "utf8")).toContain("page: pages/nested/shelf.md");
  });

  test("removes the spec of a page that is gone, when it is asked to", async () => {
    const specs = folderWith({
      "library-20200102/pages/shelf.md": page(),
      "library-20200102/pages/room.md": page().replaceAll("MakeShelf", "MakeRoom"),
    });
    await runDocwright("extract", "--out", specs);
    rmSync(join(specs, "library-20200102/pages/room.md"));

    const refused = await runDocwright("extract", "--out", specs);

    expect(refused.status).toBe(1);
    expect(refused.err).toContain("this would remove 1 of 2 operations");
    expect(refused.err).toContain("MakeRoom. Run it with --prune");
    expect(existsSync(join(specs, "library-20200102/operations/MakeRoom.yaml"))).toBe(true);

    const { status, out, err } = await runDocwright("extract", "--out", specs, "--prune");

    expect(status).toBe(0);
    expect(out).toContain("removed ");
    expect(err).toContain("MakeRoom");
    expect(existsSync(join(specs, "library-20200102/operations/MakeRoom.yaml"))).toBe(false);
    expect(existsSync(join(specs, spec))).toBe(true);
  });

  test.each([
    ["cannot be read", Buffer.from([0xc7, 0xeb]), "shelf.md:1:1 error file/unreadable"],
    [
      "documents no operation any more",
      "# MakeShelf\n",
      "library-20200102:1:1 error build/removes",
    ],
  ])("keeps the spec of a page that %s, and says so", async (_, text, finding) => {
    const specs = folderWith({ "library-20200102/pages/shelf.md": page() });
    await runDocwright("extract", "--out", specs);
    writeFileSync(join(specs, "library-20200102/pages/shelf.md"), text);

    const { status, err } = await runDocwright("extract", "--out", specs);

    expect(status).toBe(1);
    expect(findings(err)).toContain(finding);
    expect(existsSync(join(specs, spec))).toBe(true);
  });

  test("says where there is no page", async () => {
    const folder = folderWith({ "notes.txt": "" });

    const { status, err } = await runDocwright("extract", folder, "--out", join(folder, "specs"));

    expect(status).toBe(1);
    expect(err).toContain("error extract/no-pages");
    expect(err).toContain("holds no pages (*.md)");
  });

  test("takes product and version from product.yaml where the page does not say them", async () => {
    const specs = folderWith({
      "library-20200102/product.yaml": 'product: Library\nversion: "2020-01-02"\n',
      "library-20200102/pages/shelf.md": page().replace(/\[调试\].*/, ""),
    });

    const { status } = await runDocwright("extract", "--out", specs);

    expect(status).toBe(0);
    expect(readFileSync(join(specs, spec), "utf8")).toContain("product: Library");
  });

  test("prints its result as JSON", async () => {
    const folder = folderWith({ "shelf.md": page({ rows: "|Title|Text|是|Novels|标题。 |" }) });

    const { out, status } = await runDocwright(
      "extract",
      join(folder, "shelf.md"),
      "--out",
      join(folder, "specs"),
      "--json",
    );

    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      written: [],
      diagnostics: [{ code: "derive/unknown-type", line: 12, column: 8, row: "Title" }],
    });
  });
});

describe("a bad page", () => {
  test.each([
    {
      title: "documents no operation",
      text: "# Overview\n\nWhat a library is.\n",
      found: ["bad.md:1:1 error derive/no-operation"],
    },
    {
      title: "has a row without its closing cell, before another row",
      text: page({ rows: "|Title|String|是|Novels|标题。\n|Size|Integer|否|3|大小。 |" }),
      found: ["bad.md:12:1 error table/unclosed-row"],
    },
    {
      title: "has a last row without its closing cell",
      text: page({ rows: "|Title|String|是|Novels|标题。" }),
      found: ["bad.md:12:1 error table/unclosed-row"],
    },
    {
      title: "has an unknown column",
      text: page({ columns: "|名称|类型|是否必选|颜色|描述|" }),
      found: ["bad.md:9:13 error page/unknown-column"],
    },
    {
      title: "documents a parameter twice",
      text: page({ rows: "|Title|String|是|A|标题。 |\n|Title|String|否|B|标题。 |" }),
      found: ["bad.md:13:1 error derive/duplicate-parameter"],
    },
    {
      title: "has an operation name that leads elsewhere",
      text: page().replaceAll("MakeShelf", "../product"),
      found: ["bad.md:5:4 error derive/unusable-name"],
    },
    {
      title: "has its request table under no telling heading",
      text: page({
        columns: "|名称|类型|颜色|示例值|描述|",
        rows: "|Title|String|红|A|标题。 |",
      }).replace("## 请求参数", "## 其他"),
      found: [
        "bad.md:1:3 error derive/no-request",
        "bad.md:9:8 error page/unknown-column",
        "bad.md:11:1 warning derive/unused-type",
        "bad.md:12:1 warning derive/unused-type",
      ],
    },
    {
      title: "says neither yes nor no",
      text: page({ rows: "|Title|String|也许|A|标题。 |" }),
      found: ["bad.md:12:15 error derive/unclear-required"],
    },
    {
      title: "is wrong in several ways at once",
      text: page({
        columns: "|名称|类型|是否必选|颜色|描述|",
        rows: "|Title|Text|也许|A|标题。 |\n|Title|String|否|B|标题。 |",
      }),
      found: [
        "bad.md:9:13 error page/unknown-column",
        "bad.md:12:8 error derive/unknown-type",
        "bad.md:12:13 error derive/unclear-required",
        "bad.md:13:1 error derive/duplicate-parameter",
      ],
    },
  ])(
    "that $title is reported where it is wrong, and nothing is written",
    async ({ text, found }) => {
      const folder = folderWith({ "bad.md": text });

      const { status, err } = await runDocwright(
        "extract",
        join(folder, "bad.md"),
        "--out",
        join(folder, "specs"),
      );

      expect(status).toBe(1);
      expect(findings(err)).toEqual(found);
      expect(existsSync(join(folder, "specs"))).toBe(false);
    },
  );

  test("leaves the spec that it had, and the others are written", async () => {
    const specs = folderWith({ "library-20200102/pages/shelf.md": page() });
    await runDocwright("extract", "--out", specs);
    const before = readFileSync(join(specs, spec), "utf8");
    writeFileSync(
      join(specs, "library-20200102/pages/shelf.md"),
      page({ rows: "|Title|Text|是|A|标题。 |" }),
    );
    writeFileSync(
      join(specs, "library-20200102/pages/room.md"),
      page().replaceAll("MakeShelf", "MakeRoom"),
    );

    const { status } = await runDocwright("extract", "--out", specs);

    expect(status).toBe(1);
    expect(readFileSync(join(specs, spec), "utf8")).toBe(before);
    expect(existsSync(join(specs, "library-20200102/operations/MakeRoom.yaml"))).toBe(true);
  });

  test("that is not UTF-8 is not guessed at", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "gbk.md"), Buffer.from([0x23, 0x20, 0xc7, 0xeb, 0xc7, 0xf3]));

    const { status, err } = await runDocwright("extract", join(folder, "gbk.md"));

    expect(status).toBe(1);
    expect(err).toContain("error file/unreadable");
    expect(err).toContain("UTF-8");
  });

  test("of another product than its folder's is reported", async () => {
    const specs = folderWith({
      "library-20200102/product.yaml": 'product: Library\nversion: "2020-01-02"\n',
      "library-20200102/pages/shelf.md": page().replace("version=2020-01-02", "version=2019-01-02"),
    });

    const { status, err } = await runDocwright("extract", "--out", specs);

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["shelf.md:1:1 error extract/other-product"]);
  });

  test("that is not there is said so", async () => {
    const { status, err } = await runDocwright("extract", "/no/such/page.md");

    expect(status).toBe(1);
    expect(err).toContain("file/unreadable");
  });

  test("that documents the operation of another page is reported, with the page that counts", async () => {
    const folder = folderWith({ "docs/a.md": page(), "docs/b.md": `${page()}\nMore.\n` });
    const specs = join(folder, "specs");

    const { status, out, err } = await runDocwright(
      "extract",
      join(folder, "docs"),
      "--out",
      specs,
    );

    expect(status).toBe(0);
    expect(out).toContain("2 pages: 1 operation, 1 second\n");
    expect(findings(err)).toEqual(["b.md:1:1 warning extract/duplicate-operation"]);
    expect(err).toContain("docs/a.md");
  });
});
