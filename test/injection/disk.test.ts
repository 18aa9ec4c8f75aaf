import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { build } from "../../src/api/build.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { pageWith } from "./page-positions.ts";
import { hostileNames } from "./names.ts";
import { expectShowable } from "./run-spec.ts";

/** A project in a folder with others around it, whom it must leave alone. */
function layOut(pages: Readonly<Record<string, string>>): { around: string; project: string } {
  const around = folderWith({
    "theirs/package.json": "{}",
    "theirs/library-20200102/operations/Theirs.yaml": "theirs",
    "Title.yaml": "theirs",
    "deep/project/docs/.keep": "",
  });
  const project = join(around, "deep/project");
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(project, "docs", name)), { recursive: true });
    writeFileSync(join(project, "docs", name), text);
  }
  return { around, project };
}

/** Everything below a folder but what a project writes, by path. */
function surroundings(around: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(around, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(around.length + 1);
    if (/^deep\/project\/(?:specs|generated)(?:\/|$)/.test(name)) continue;
    if (entry.isSymbolicLink()) found[name] = `→ ${readlinkSync(path)}`;
    else found[name] = entry.isFile() ? readFileSync(path, "utf8") : "a folder";
  }
  return found;
}

const safe = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\w.-]{1,220}$/i;

/** Builds a project twice, and holds what lies on disk against what may lie there. */
async function expectContained({ around, project }: ReturnType<typeof layOut>, options = {}) {
  const before = surroundings(around);
  const settings = {
    config: { products: [{ pages: "docs" }] },
    folder: project,
    ...options,
  };
  const first = await build(settings);
  expectShowable(first.diagnostics);
  expect(surroundings(around)).toEqual(before);

  const entries = readdirSync(project, { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.startsWith("docs"),
  );
  const written = entries.filter((name) => /^(?:specs|generated)\//.test(name));
  const segments = new Set(written.flatMap((name) => name.split("/")));
  expect([...segments].filter((segment) => !safe.test(segment))).toEqual([]);
  // Where the case of letters does not count, there are as many files.
  expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(written.length);

  const second = await build(settings);
  expect(second.written).toEqual([]);
  expect(second.removed).toEqual([]);
  return first;
}

describe.each([
  "product",
  "action",
  "version",
  "actionCell",
  "name",
  "code",
  "responseName",
] as const)("a build of pages with hostile names as %s", (where) => {
  test("stays within its folders, and is done when it is done", async () => {
    const pages = hostileNames.map((name, index) => [
      `page${index}.md`,
      pageWith({ action: `MakeShelf${index}`, actionCell: "", [where]: name }),
    ]);

    const harmless = ["harmless.md", pageWith({ action: "Harmless", actionCell: "" })];

    const { packages } = await expectContained(
      layOut(Object.fromEntries([...pages, harmless]) as Record<string, string>),
    );

    expect(packages.length).toBeGreaterThan(0);
  });
});

test("pages with hostile file names are read, and nothing is called like them", async () => {
  const names = hostileNames.filter(
    (name) => !/[\0/]/.test(name) && name.length < 200 && !/^\.{0,2}$/.test(name),
  );
  const pages = names.map((name, index) => [
    `${name}.md`,
    pageWith({ action: `MakeShelf${index}`, actionCell: "" }),
  ]);
  const lines = [["a\nline: b\u2028\u202E.md", pageWith({ action: "MakeLines", actionCell: "" })]];

  const { packages } = await expectContained(
    layOut(Object.fromEntries([...pages, ...lines]) as Record<string, string>),
  );

  expect(packages).toMatchObject([{ operations: names.length + 1 }]);
});

test("operations that differ in case only are one file on any file system", async () => {
  const actions = ["MakeShelf", "MakeShelF", "MAKESHELF", "Makeshelf", "Con", "NUL", "Com1"];
  const pages = actions.map((action, index) => [
    `page${index}.md`,
    pageWith({ action, actionCell: action }),
  ]);

  const { packages, diagnostics } = await expectContained(
    layOut(Object.fromEntries(pages) as Record<string, string>),
  );

  expect(packages).toMatchObject([{ operations: 1 }]);
  const refused = diagnostics.filter(({ code }) => code === "derive/unusable-name");
  expect(refused).toHaveLength(3);
});

describe("through a link out of its folders nothing is written", () => {
  test.each([
    ["specs/library-20200102", "theirs/library-20200102"],
    ["specs/library-20200102/operations", "theirs/library-20200102/operations"],
    ["generated/library-20200102", "theirs"],
    ["generated/library-20200102/src", "theirs"],
    ["specs/schema", "theirs"],
  ])("%s", async (link, target) => {
    const { around, project } = layOut({ "page.md": pageWith({}) });
    mkdirSync(dirname(join(project, link)), { recursive: true });
    symlinkSync(join(around, target), join(project, link));
    const before = surroundings(around);
    const settings = { config: { products: [{ pages: "docs" }] }, folder: project };
    const { ok, diagnostics } = await build(settings);

    expect(ok).toBe(false);
    expect(diagnostics.map(({ code }) => code).join(" ")).toMatch(
      /output\/(?:unwritable|not-generated)/,
    );
    expect(surroundings(around)).toEqual(before);
  });
});

test("a link in a file's place is replaced, and what it leads to stays as it is", async () => {
  const { around, project } = layOut({ "page.md": pageWith({}) });
  const spec = join(project, "specs/library-20200102/operations/MakeShelf.yaml");
  mkdirSync(dirname(spec), { recursive: true });
  symlinkSync(join(around, "Title.yaml"), spec);

  await expectContained({ around, project });

  expect(readFileSync(spec, "utf8")).toContain("action: MakeShelf");
});

test("names in an overlay stay names", async () => {
  const { around, project } = layOut({ "page.md": pageWith({}) });
  const overlays = join(project, "specs/library-20200102/overlays/a.yaml");
  const actions = hostileNames
    .filter((name) => name !== "" && !name.includes("."))
    .map((name) => ({
      target: { operation: "MakeShelf", request: name },
      because: name,
      add: {
        type: "object",
        style: "json",
        required: true,
        members: [{ name, type: "any", required: true }],
      },
    }));
  mkdirSync(dirname(overlays), { recursive: true });
  writeFileSync(overlays, stringify({ actions }));

  const { packages } = await expectContained({ around, project });

  expect(packages).toMatchObject([{ operations: 1 }]);
});

describe("YAML that wants more than to be read", () => {
  const bomb = Array.from(
    { length: 12 },
    (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`,
  );
  test.each([
    ["an alias bomb", ["a0: &a0 [x]", ...bomb].join("\n")],
    ["an alias of itself", "product: &a [*a]"],
    ["merge keys", "<<: {product: Library}\nversion: 2020-01-02"],
    ["a custom tag", 'product: !!js/function "CANARY()"'],
    ["a tag of binary data", "product: !!binary Q0FOQVJZ"],
    ["a second document", "product: Library\n---\nproduct: Other"],
    ["a key twice", "product: Library\nproduct: Other"],
    ["a key __proto__", "__proto__: {product: Library}\nversion: 2020-01-02"],
    ["nesting", `product: ${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ])("%s is refused", async (_, text) => {
    const { around, project } = layOut({ "page.md": pageWith({}) });
    const path = join(project, "specs/library-20200102/product.yaml");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const before = surroundings(around);
    const settings = { config: { products: [{ pages: "docs" }] }, folder: project };
    const { ok, diagnostics } = await build(settings);

    expect(ok).toBe(false);
    expectShowable(diagnostics);
    expect(diagnostics.map(({ code }) => code).join(" ")).toMatch(
      /yaml\/syntax|spec\/|limit\/yaml/,
    );
    expect(surroundings(around)).toEqual(before);
  });
});
