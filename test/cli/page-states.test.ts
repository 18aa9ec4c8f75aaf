import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PageOutcome } from "../../src/corpus/page-outcome.ts";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const pageOf = (action: string) => page().replaceAll("MakeShelf", action);
/** A page whose only row says neither yes nor no; another one has the same names. */
const broken = page().replace("|Title|String|是|", "|Title|String|也许|");
/** A page that states no product and no version. */
const stateless = (action: string) => pageOf(action).replace(/^\[调试\].*\n/m, "");

function project(files: Readonly<Record<string, string>>, settings = "") {
  const folder = folderWith({
    "docwright.config.yaml": `products:\n  - pages: docs\n${settings}`,
    ...files,
  });
  const place = (path: string) => join(folder, path);
  const run = (command: string, ...flags: readonly string[]) =>
    runDocwright(command, "--config", place("docwright.config.yaml"), ...flags);
  return { folder, place, run };
}

const inDirectory = async <Result>(folder: string, work: () => Promise<Result>) => {
  const here = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(here);
  }
};

describe("inspect --jsonl has the state of each page", () => {
  const states = async (
    files: Readonly<Record<string, string>>,
    settings = "",
    ...pages: readonly string[]
  ) => {
    const { place, run } = project(files, settings);
    const { out } = await run("inspect", "--jsonl", ...pages.map(place));
    const lines = out.trim().split("\n");
    return lines.map((line) => {
      const { file, state } = JSON.parse(line) as { file: string; state: string };
      return `${file} ${state}`;
    });
  };

  test("used, second and refused, in the order of the pages", async () => {
    const files = {
      "docs/en-US/shelf.md": page(),
      "docs/en-US/till.md": "# Till\n\n## 请求参数\n\n|名称|类型|\n|--|--|\n|Size|String|\n",
      "docs/zh-CN/room.md": pageOf("MakeRoom"),
      "docs/zh-CN/shelf.md": page(),
    };

    expect(await states(files, "languages: [zh]\n")).toEqual([
      "en-US/shelf.md second",
      "en-US/till.md refused",
      "zh-CN/room.md used",
      "zh-CN/shelf.md used",
    ]);
  });

  test("a page with an error is refused, and the next one is used", async () => {
    const files = { "docs/a.md": broken, "docs/b.md": page(), "docs/c.md": page() };

    expect(await states(files)).toEqual(["a.md refused", "b.md used", "c.md second"]);
  });

  test("a single page is second where a page around it is preferred", async () => {
    const files = { "docs/a.md": page(), "docs/b.md": page() };

    expect(await states(files, "", "docs/b.md")).toEqual(["b.md second"]);
  });

  test("a page of a product that is not asked for is unwanted", async () => {
    const files = {
      "docs/a.md": page(),
      "docs/b.md": pageOf("MakeTill").replaceAll("Library", "Shop"),
      "docwright.config.yaml":
        'products:\n  - { pages: docs, product: Library, version: "2020-01-02" }\n',
    };

    expect(await states(files)).toEqual(["a.md used", "b.md unwanted"]);
  });
});

describe("a refused page of an operation that another page makes", () => {
  test("is reported though it has no names of its own to add", async () => {
    const { run } = project({ "docs/a.md": page(), "docs/b.md": broken });

    const { err, out } = await run("build");

    expect(findings(err)).toContain("b.md:1:1 warning extract/broken-second");
    expect(out).toContain("2 pages: 1 operation, 1 refused");
  });

  test("is reported by a build that makes nothing again, and not once it is right", async () => {
    const { place, run } = project({ "docs/a.md": page(), "docs/b.md": broken });
    await run("build");

    expect((await run("build")).err).toContain("extract/broken-second");
    writeFileSync(place("docs/b.md"), page());
    expect((await run("build")).err).not.toContain("extract/broken-second");
  });
});

describe("a list of more than 12 names", () => {
  const names = Array.from({ length: 15 }, (_, index) => `Make${"ABCDEFGHIJKLMNO"[index]}`);
  const files = Object.fromEntries(names.map((name) => [`docs/en-US/${name}.md`, pageOf(name)]));

  test("is cut for people, with how many are missing and how to see them", async () => {
    const { err } = await project(files, "languages: [zh]\n").run("build");

    expect(err).toContain("MakeK, MakeL and 3 more (--json lists all). Pages in other languages");
  });

  test("is whole in --json", async () => {
    const { out } = await project(files, "languages: [zh]\n").run("build", "--json");

    const { diagnostics } = JSON.parse(out) as {
      diagnostics: { code: string; names?: string[] }[];
    };
    const found = diagnostics.find(({ code }) => code === "extract/other-language");
    expect(found?.names).toEqual(names);
  });
});

describe("init counts what a build makes", () => {
  const countOf = (out: string) => /^.*?pages: [^;\n]*/m.exec(out)?.[0];

  test.each([
    [
      "a page with an error",
      { "docs/a.md": page(), "docs/b.md": broken.replaceAll("MakeShelf", "MakeRoom") },
    ],
    ["a second page with an error", { "docs/a.md": page(), "docs/b.md": broken }],
    ["a page that states no product", { "docs/a.md": page(), "docs/b.md": stateless("MakeRoom") }],
  ])("with %s", async (_, files) => {
    const folder = folderWith(files);

    await inDirectory(folder, async () => {
      const { out } = await runDocwright("init", "docs");
      expect(countOf(out)).toBe(countOf((await runDocwright("build")).out));
    });
  });

  test("names operations that are taken for the product of their folder", async () => {
    const folder = folderWith({
      "docs/library/a/shelf.md": page(),
      "docs/library/b/till.md": pageOf("MakeTill").replaceAll("Library", "Shop"),
      "docs/library/c/room.md": stateless("MakeRoom"),
      "docs/library/d/desk.md": pageOf("MakeDesk"),
      "docs/guide.md": "# Guide\n",
    });

    await inDirectory(folder, async () => {
      const { out } = await runDocwright("init", "docs", "--json");
      const { pages, products, unknown, adopted } = JSON.parse(out) as {
        pages: PageOutcome[];
        products: { operations: number }[];
        unknown: string[];
        adopted: string[];
      };
      expect(pages.map(({ state }) => state)).toEqual(expect.arrayContaining(["guide", "used"]));
      expect([products[0]?.operations, unknown, adopted]).toEqual([3, [], ["MakeRoom"]]);
    });
  });
});
