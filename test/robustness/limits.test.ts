import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { exportOpenapi } from "../../src/api/export-openapi.ts";
import { extract } from "../../src/api/extract.ts";
import { generate } from "../../src/api/generate.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readText } from "../corpus/read-text.ts";
import { walkMembers } from "../../src/spec/member-path.ts";
import { fillLimits, type Limits } from "../../src/text/limits.ts";
import { locate, createSource } from "../../src/text/source.ts";
import { reread } from "../spec/reread.ts";

const folder = mkdtempSync(join(tmpdir(), "docwright-limits-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A page of an operation with these rows in its request table, and this behind it. */
function pageOf(rows: string, behind = "", action = "MakeShelf"): string {
  return `# ${action}

[Debug](https://api.example.com/#product=Library&api=${action}&type=RPC&version=2020-01-02)

## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|${action}|The operation.|
${rows}
${behind}`;
}

const title = "|Title|String|No|a|The title.|";

/** What is found on a page under limits, and its operation. */
function read(text: string, limits: Partial<Limits>) {
  return readText(createSource("page.md", text, fillLimits(limits)));
}

function found(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ code }) => code.startsWith("limit/"))
    .map(({ code, source, span }) => {
      const { line, column } = locate(source, span.start);
      return `${code} ${line}:${column}`;
    });
}

const nested = (open: string, close: string) => `${open.repeat(9)}${close.repeat(9)}`;

describe("what is beyond a limit is an error at its place", () => {
  test.each<[keyof Limits, number, string, string]>([
    ["cellCharacters", 20, pageOf(`|Title|String|No|a|${"a".repeat(21)}|`), "10:20"],
    ["tableRows", 2, pageOf(`${title}\n${title}`), "11:1"],
    ["columns", 5, pageOf("").replaceAll("|\n", "|x|\n"), "7:41"],
    ["sampleCharacters", 9, pageOf(title, "\n```\n1234567890\n```\n"), "12:1"],
    ["sampleNesting", 8, pageOf(title, `\n\`\`\`\n${nested("[", "]")}\n\`\`\`\n`), "13:9"],
    ["sampleNesting", 8, pageOf(title, `\n\`\`\`\n${nested("<a>", "</a>")}\n\`\`\`\n`), "13:25"],
    ["nesting", 8, pageOf("|A.B.C.D.E.F.G.H.I|String|No|a|b|"), "10:2"],
    ["nesting", 8, pageOf(`|Title|String|No|a|a\n${"- ".repeat(9)}b|`), "10:20"],
    ["nesting", 8, pageOf(`|Title|String|No|a|a\n${">".repeat(9)}b|`), "10:20"],
    ["members", 2, pageOf("|A|String|No|||\n|B|String|No|||\n|C|String|No|||"), "12:1"],
    ["members", 2, pageOf("|A.B.C|String|No|||"), "10:1"],
  ])("%s %i", (limit, allowed, text, place) => {
    const { diagnostics } = read(text, { [limit]: allowed });
    const code = `limit/${limit.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

    expect(found(diagnostics)).toContain(`${code} ${place}`);
    expect(diagnostics.find((one) => one.code === code)).toMatchObject({
      severity: "error",
      message: expect.stringContaining(`limits.${limit}`) as unknown,
    });
  });

  test("what is within it is none", () => {
    const { diagnostics } = read(pageOf(`${title}\n|A.B|String|No|a|b|`), {
      tableRows: 3,
      columns: 5,
      cellCharacters: 91,
      members: 3,
      nesting: 2,
    });

    expect(diagnostics).toEqual([]);
  });
});

describe("what goes beyond no limit that is counted in elements", () => {
  test.each([
    ["code that is no sample", "List<Map<A>> a = f(<B>x);\n".repeat(300)],
    ["an element that closes itself", `<a>${"<b/>".repeat(300)}</a>`],
    ["brackets in a string", `{"a": "${"[".repeat(300)}"}`],
    ["brackets in a comment of XML", `<a><!-- ${"<b>".repeat(300)} --></a>`],
  ])("%s", (_, sample) => {
    const { diagnostics } = read(pageOf(title, `\n\`\`\`\n${sample}\n\`\`\`\n`), {
      sampleNesting: 20,
    });

    expect(found(diagnostics)).toEqual([]);
  });
});

test("types of types grow no further than an operation may", () => {
  const types = Array.from({ length: 12 }, (_, level) => {
    const rows = Array.from({ length: 10 }, (_, row) => `|Q${row}|Data${level + 1}|a|b|`);
    return `\n## Data${level}\n\n|Name|Type|Example|Description|\n|--|--|--|--|\n${rows.join("\n")}\n`;
  });
  const response =
    "\n## Response parameters\n\n|Name|Type|Example|Description|\n|--|--|--|--|\n|P|Data0|a|b|\n";
  const { operation, diagnostics } = read(pageOf(title, response + types.join("")), {
    members: 500,
  });

  expect(found(diagnostics).map((one) => one.split(" ")[0])).toContain("limit/members");
  expect([...walkMembers(operation?.response ?? [])].length).toBeLessThan(2000);
});

test("members as deep as may be are written and read again", () => {
  const name = Array.from({ length: 200 }, (_, index) => `A${index}.N`).join(".");
  const { operation, diagnostics } = read(pageOf(`|${name}.B|String|No|a|b|`), { nesting: 201 });
  if (operation === undefined) throw new Error("no operation");

  expect(diagnostics).toEqual([]);
  expect(reread(operation)).toEqual(operation);
});

describe("a page beyond a limit costs its own operation only", () => {
  const pages = join(folder, "pages");
  mkdirSync(pages);
  writeFileSync(join(pages, "a.md"), pageOf(title));
  writeFileSync(join(pages, "b.md"), pageOf(`${title}\n${"a".repeat(2000)}`, "", "ListShelves"));
  const config = {
    products: [{ pages }],
    specs: join(folder, "specs"),
    output: join(folder, "out"),
  };

  test("in a build", async () => {
    const { packages, diagnostics } = await build({ folder, config, limits: { pageBytes: 1000 } });

    expect(packages.map(({ operations }) => operations)).toEqual([1]);
    expect(diagnostics.map(({ code }) => code)).toContain("limit/page-bytes");
    expect(readdirSync(join(folder, "specs/library-20200102/operations"))).toEqual([
      "MakeShelf.yaml",
    ]);
  });

  test("another limit makes what depends on it anew", async () => {
    const { packages, upToDate, diagnostics } = await build({ folder, config });

    expect(upToDate).toBe(false);
    expect(packages.map(({ operations }) => operations)).toEqual([2]);
    expect(found(diagnostics)).toEqual([]);
  });

  test("limits of the configuration hold, unless the call says otherwise", async () => {
    const narrow = { ...config, limits: { operations: 1 } };
    const { diagnostics } = await build({ folder, config: narrow });
    const wide = await build({ folder, config: narrow, limits: { operations: 2 } });

    expect(found(diagnostics)).toEqual(["limit/operations 1:1"]);
    expect(found(wide.diagnostics)).toEqual([]);
  });

  test("in an extraction", async () => {
    const out = join(folder, "extracted");
    const { specs, diagnostics } = await extract({
      pages: [pages],
      out,
      limits: { operations: 1 },
    });

    expect(specs).toHaveLength(1);
    expect(found(diagnostics)).toEqual(["limit/operations 1:1"]);
  });

  test("a limit of a configuration that is none is said", async () => {
    const { diagnostics } = await build({ folder, config: { limits: { pageBytes: -1 } } });

    expect(diagnostics.map(({ code }) => code)).toEqual(["spec/invalid"]);
  });

  test("a limit of a program that is none is thrown", async () => {
    await expect(build({ folder, config, limits: { pageBytes: 0.5 } })).rejects.toThrow(RangeError);
  });
});

describe("what the pages of an operation add up to is held to the limits", () => {
  const place = join(folder, "sums");
  const config = {
    products: [{ pages: join(place, "pages") }],
    specs: join(place, "specs"),
    output: join(place, "out"),
  };
  const names = ["Author", "Publisher", "Binding", "Translator"];
  for (const [index, name] of names.entries()) {
    mkdirSync(join(place, "pages", String(index)), { recursive: true });
    const rows = `|${name}|String|No|a|b|\n|Lent.${name}|String|No|a|b|`;
    writeFileSync(join(place, "pages", String(index), "a.md"), pageOf(rows));
  }
  mkdirSync(join(place, "pages", "other"));
  writeFileSync(join(place, "pages", "other", "b.md"), pageOf(title, "", "ListShelves"));
  const run = (limits: Partial<Limits>) => build({ folder: place, config, limits });

  test("by their members", async () => {
    const { packages, diagnostics } = await run({ members: 8 });
    const over = diagnostics.find(({ code }) => code === "limit/members");

    expect(packages.map(({ operations }) => operations)).toEqual([1]);
    expect(over?.source.path).toMatch(/3\/a\.md$/);
    expect(over?.message).toContain("this is member 9 of its side");
    expect(found(diagnostics)).toEqual(["limit/members 10:1"]);
  });

  test("in the next build, which reads no page again", async () => {
    const { upToDate, diagnostics } = await run({ members: 8 });

    expect(upToDate).toBe(true);
    expect(found(diagnostics)).toEqual(["limit/members 10:1"]);
  });

  test("until one of the pages says less", async () => {
    writeFileSync(join(place, "pages", "3", "a.md"), pageOf("|Author|String|No|a|b|"));
    const { packages, diagnostics } = await run({ members: 8 });

    expect(found(diagnostics)).toEqual([]);
    expect(packages.map(({ operations }) => operations)).toEqual([2]);
  });

  test("by the size of the spec", async () => {
    const size = statSync(join(place, "specs/library-20200102/operations/MakeShelf.yaml")).size;
    rmSync(join(place, "specs"), { recursive: true });
    rmSync(join(place, "out"), { recursive: true });
    const { packages, diagnostics } = await run({ specBytes: size - 1 });

    expect(packages.map(({ operations }) => operations)).toEqual([1]);
    expect(found(diagnostics)).toEqual(["limit/spec-bytes 1:1"]);
    const over = diagnostics.find(({ code }) => code === "limit/spec-bytes");
    expect(over?.source.path).toMatch(/operations\/MakeShelf\.yaml$/);
  });
});

describe("a spec beyond a limit", () => {
  const specs = [join(folder, "specs/library-20200102")];

  test.each<Partial<Limits>>([{ specBytes: 100 }, { yamlNesting: 1 }, { operations: 1 }])(
    "%j is an error of a package and of a document",
    async (limits) => {
      const made = await generate({ specs, out: join(folder, "made"), limits });
      const exported = await exportOpenapi({ specs, limits });

      expect(found(made.diagnostics).length).toBeGreaterThan(0);
      expect(found(exported.diagnostics).length).toBeGreaterThan(0);
      expect(made.packages).toEqual([]);
    },
  );
});

test("of a page of 8 GB only the beginning is read", async () => {
  const pages = join(folder, "large");
  mkdirSync(pages);
  writeFileSync(join(pages, "a.md"), pageOf(title));
  truncateSync(join(pages, "a.md"), 8_000_000_000);
  const { specs, diagnostics } = await extract({ pages: [pages], out: join(folder, "none") });

  expect(specs).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain("limit/page-bytes");
  expect(diagnostics.map(({ message }) => message).join()).toContain("8,000,000,000 bytes");
});
