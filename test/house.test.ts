import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Who may import whom. A room may always import from itself. Packages and node: modules count by name. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  text: ["node:crypto", "node:fs", "node:path"],
  words: ["change-case", "pluralize-esm"],
  diagnostics: ["text", "get-east-asian-width", "node:path", "picocolors"],
  markdown: ["text", "diagnostics", "decode-named-character-reference"],
  page: ["text", "diagnostics", "markdown", "fastest-levenshtein"],
  derive: [
    "text",
    "words",
    "diagnostics",
    "markdown",
    "page",
    "spec",
    "fast-xml-parser",
    "jsonrepair",
  ],
  spec: [
    "text",
    "diagnostics",
    "fastest-levenshtein",
    "node:fs/promises",
    "node:path",
    "node:util",
    "yaml",
    "zod",
  ],
  model: ["words", "spec"],
  emit: [
    "text",
    "diagnostics",
    "spec",
    "model",
    "samples",
    "get-east-asian-width",
    "handlebars",
    "node:module",
    "prettier",
    "prettier/doc",
  ],
  output: [
    "text",
    "diff",
    "node:crypto",
    "node:fs",
    "node:fs/promises",
    "node:net",
    "node:os",
    "node:path",
  ],
  samples: ["spec", "model", "runtime"],
  check: [
    "spec",
    "model",
    "samples",
    "node:fs",
    "node:module",
    "node:os",
    "node:path",
    "node:url",
    "ts-morph",
  ],
  openapi: ["spec"],
  endpoint: ["words", "spec", "fast-xml-parser", "node:crypto", "node:http", "node:net"],
  runtime: ["#platform"],
  "runtime/platform": [
    "runtime",
    "node:crypto",
    "node:http",
    "node:https",
    "node:net",
    "node:process",
    "node:tls",
    "node:zlib",
  ],
  config: [
    "text",
    "diagnostics",
    "spec",
    "jiti",
    "node:fs",
    "node:path",
    "node:url",
    "yaml",
    "zod",
  ],
  corpus: [
    "text",
    "diagnostics",
    "config",
    "markdown",
    "page",
    "derive",
    "spec",
    "fastest-levenshtein",
    "node:fs",
    "node:path",
    "picomatch",
  ],
  assemble: [
    "text",
    "diagnostics",
    "config",
    "spec",
    "model",
    "emit",
    "output",
    "node:fs",
    "node:fs/promises",
    "node:path",
  ],
  build: [
    "text",
    "diagnostics",
    "config",
    "page",
    "corpus",
    "assemble",
    "spec",
    "model",
    "emit",
    "output",
    "check",
    "chokidar",
    "node:fs",
    "node:path",
  ],
  api: [
    "text",
    "diagnostics",
    "config",
    "build",
    "check",
    "diff",
    "explain",
    "lint",
    "openapi",
    "output",
    "spec",
    "corpus",
    "assemble",
    "node:fs",
    "node:path",
  ],
  // What it prints for a changelog is Markdown, and for that there is one emitter.
  diff: [
    "text",
    "diagnostics",
    "config",
    "spec",
    "model",
    "emit",
    "assemble",
    "node:child_process",
    "node:crypto",
    "node:fs",
    "node:os",
    "node:path",
    "node:util",
  ],
  lint: [
    "text",
    "diagnostics",
    "config",
    "markdown",
    "page",
    "derive",
    "spec",
    "diff",
    "corpus",
    "sarif",
  ],
  explain: [
    "text",
    "diagnostics",
    "config",
    "markdown",
    "page",
    "derive",
    "spec",
    "model",
    "corpus",
    "assemble",
    "node:fs",
    "node:path",
    "node:util",
    "ts-morph",
    "yaml",
  ],
  plugin: ["api", "node:fs", "node:path", "unplugin"],
  cli: [
    "text",
    "diagnostics",
    "api",
    "config",
    "build",
    "diff",
    "explain",
    "lint",
    "spec",
    "output",
    "endpoint",
    "commander",
    "node:fs",
    "node:path",
    "yaml",
    "corpus",
    "assemble",
  ],
  // The bin and the public API: nobody imports them.
  ".": [
    "text",
    "diagnostics",
    "check",
    "cli",
    "api",
    "diff",
    "explain",
    "openapi",
    "config",
    "corpus",
    "node:fs",
    "node:path",
    "node:v8",
  ],
};

/** The rooms of derive: each imports itself and those before it. The last is derive itself. */
const roomsOfDerive = ["prose", "rows", "samples", "nesting", "siblings", "."];

/** A module of the house and what it imports. */
interface Module {
  readonly path: string;
  readonly room: string;
  readonly imports: readonly string[];
}

const modules = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map(readModule);

describe("the house", () => {
  test.each(modules)("$path imports only what its room may know", ({ room, imports }) => {
    const allowed = [room, ...(rooms[room] ?? [])];

    expect(imports.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test("no module imports itself in a circle", () => {
    const circles = modules.flatMap(({ path }) => findCircle(path) ?? []);

    expect(circles).toEqual([]);
  });

  test("no folder, however deep, imports itself in a circle", () => {
    const folders = new Map<string, Set<string>>();
    for (const { path } of modules) {
      const from = dirname(path);
      for (const specifier of importsOf(path).filter((name) => name.startsWith("."))) {
        const to = dirname(relative(src, resolve(src, dirname(path), specifier)));
        if (to !== from) folders.set(from, (folders.get(from) ?? new Set()).add(to));
      }
    }
    const reach = (start: string, at: string, seen: Set<string>): boolean =>
      [...(folders.get(at) ?? [])].some(
        (next) => next === start || (!seen.has(next) && reach(start, next, seen.add(next))),
      );
    const circles = [...folders.keys()].filter((start) => reach(start, start, new Set()));

    expect(circles).toEqual([]);
  });

  test.each(roomsOfDerive)("derive/%s imports only the rooms of derive before it", (room) => {
    const before = roomsOfDerive.slice(0, roomsOfDerive.indexOf(room) + 1);
    const imported = modules
      .filter(({ path }) => dirname(path) === join("derive", room))
      .flatMap(({ path }) => importsOf(path).map((name) => dirname(join(dirname(path), name))))
      .filter((folder) => folder.split("/")[0] === "derive");

    expect(imported).not.toEqual([]);
    expect(
      imported.filter((folder) => !before.includes(relative("derive", folder) || ".")),
    ).toEqual([]);
  });

  test("no module imports the public API or the bin", () => {
    const own = [...modules].filter(({ room, imports }) => room !== "." && imports.includes("."));

    expect(own.map(({ path }) => path)).toEqual([]);
  });

  test("the page side and the TypeScript side never meet but in the spec", () => {
    const left = ["markdown", "page", "derive"];
    const right = ["model", "emit"];
    const crossing = modules.filter(
      ({ room, imports }) =>
        (left.includes(room) && imports.some((name) => right.includes(name))) ||
        (right.includes(room) && imports.some((name) => left.includes(name))),
    );

    expect(crossing).toEqual([]);
  });

  test.each(modules)("$path names no product, operation or parameter of the pages", ({ path }) => {
    const documentation = /\/\*[^]*?\*\/|\/\/.*|\.describe\("[^"]*"\)/g;
    const code = readFileSync(join(src, path), "utf8").replaceAll(documentation, "");

    expect(code).not.toMatch(/\bGa\b|(?<!Event)Listener|Accelerator|PortRange|ClientToken/);
  });
});

function readModule(path: string): Module {
  const names = importsOf(path).map((specifier) =>
    specifier.startsWith(".")
      ? roomOf(relative(src, resolve(src, dirname(path), specifier)))
      : specifier,
  );
  return { path, room: roomOf(path), imports: [...new Set(names)] };
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), "utf8");
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
}

function roomOf(path: string): string {
  const folder = dirname(path);
  if (folder.startsWith("runtime/platform")) return "runtime/platform";
  return folder.split("/")[0] ?? ".";
}

/** The way from a module back to itself, if there is one. */
function findCircle(start: string): string | undefined {
  const seen = new Set<string>();
  const search = (path: string, way: readonly string[]): string | undefined => {
    for (const specifier of importsOf(path).filter((name) => name.startsWith("."))) {
      const next = relative(src, resolve(src, dirname(path), specifier));
      if (next === start) return [...way, next].join(" → ");
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = search(next, [...way, next]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  return search(start, [start]);
}
