import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page } from "../cli/page.ts";
import { lockfile, shippedPackages } from "./lockfile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "docwright-tarball-"));
/** A folder in which nothing is installed but docwright and what it depends on. */
const consumer = join(place, "consumer");
const installed = join(consumer, "node_modules/docwright");

let tarball: Uint8Array<ArrayBuffer>;
let files: readonly string[] = [];

beforeAll(() => {
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", place];
  execFileSync("npm", words, { cwd: root, stdio: "pipe" });
  const [name = ""] = readdirSync(place).filter((one) => one.endsWith(".tgz"));
  tarball = new Uint8Array(readFileSync(join(place, name)));
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(place, name), "-C", installed, "--strip-components=1"]);
  files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(installed.length + 1))
    .sort();
  for (const folder of shippedPackages(lockfile).keys()) {
    if (folder.lastIndexOf("node_modules/") > 0) continue;
    mkdirSync(dirname(join(consumer, folder)), { recursive: true });
    symlinkSync(join(root, folder), join(consumer, folder));
  }
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

function run(...words: readonly string[]): string {
  return execFileSync(process.execPath, words, { cwd: consumer, encoding: "utf8", stdio: "pipe" });
}

/** What a tarball may hold: each kind of file with what it is there for. */
const kinds: readonly RegExp[] = [
  /^(?:LICENSE|README\.md|CHANGELOG\.md|SECURITY\.md|package\.json)$/,
  // Bundles, and the declarations of what programs import.
  /^dist\/bin\/(?:plugin\/)?[\w-]+\.js$/,
  /^dist\/bin\/(?:[\w-]+\/)?[\w-]+\.d\.ts$/,
  // What packages are made with.
  /^src\/runtime\/(?:[\w-]+\/)*[\w-]+\.ts$/,
  /^templates\/(?:README\.md|(?:[\w-]+\/)*[\w.[\]-]+\.hbs)$/,
  // What editors check specs and configurations with.
  /^schemas\/[\w-]+\.schema\.json$/,
];

describe("the tarball of docwright", () => {
  test("holds what it needs and nothing else", () => {
    expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    expect(kinds.map((kind) => files.filter((file) => kind.test(file)).length).every(Boolean)).toBe(
      true,
    );
  });

  test("holds every file of templates and runtime that the checkout has", () => {
    const kept = execFileSync("git", ["ls-files", "templates", "src/runtime", "schemas"], {
      cwd: root,
      encoding: "utf8",
    });

    expect(files).toEqual(expect.arrayContaining(kept.trim().split("\n")));
  });

  test("holds no declaration that nobody can import", () => {
    const declared = files.filter((file) => file.endsWith(".d.ts"));
    const imported = declared.flatMap((file) =>
      [...readFileSync(join(installed, file), "utf8").matchAll(/"(\.\.?\/[^"]+)\.ts"/g)].map(
        ([, path = ""]) => join(dirname(file), `${path}.d.ts`),
      ),
    );
    const entries = ["index", ...bundlers.map((bundler) => `plugin/${bundler}`)].map(
      (name) => `dist/bin/${name}.d.ts`,
    );

    expect([...new Set([...entries, ...imported])].sort()).toEqual(declared);
  });

  test("holds no code of others, whose licences it would have to bring along", () => {
    const origins = files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [
        ...readFileSync(join(installed, file), "utf8").matchAll(/^\/\/ (\S+\.[cm]?js)$/gm),
      ])
      .map(([, path = ""]) => path);

    expect(origins.length).toBeGreaterThan(100);
    expect(origins.filter((path) => !path.startsWith("dist/"))).toEqual([]);
  });

  test("holds no link, and one program", () => {
    const found = files.filter((file) => (statSync(join(installed, file)).mode & 0o111) !== 0);

    expect(found).toEqual(["dist/bin/cli.js"]);
  });

  test("publint has nothing to say of it", async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer } });

    expect(messages).toEqual([]);
  });

  test("are the types wrong? They are right for programs that are modules", async () => {
    const { problems } = (await checkPackage(createPackageFromTarballData(tarball))) as {
      problems: readonly { kind: string; resolutionKind?: string }[];
    };
    // It is a module itself, and older resolution does not know `exports`.
    const known = ["CJSResolvesToESM", "NoResolution"];

    expect(
      problems.filter(
        ({ kind, resolutionKind }) => !known.includes(kind) || resolutionKind === "node16-esm",
      ),
    ).toEqual([]);
  });
});

const bundlers = ["vite", "rollup", "rolldown", "esbuild"];

describe("docwright, installed with its dependencies alone", () => {
  test("knows its version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };

    expect(run(join(installed, "dist/bin/cli.js"), "--version").trim()).toBe(version);
  });

  test("builds a page in an empty folder", () => {
    mkdirSync(join(consumer, "docs"));
    writeFileSync(join(consumer, "docs/shelf.md"), page());
    const config = { products: [{ pages: "docs", endpoint: "example.com", ...library }] };
    writeFileSync(join(consumer, "docwright.config.json"), JSON.stringify(config));
    run(join(installed, "dist/bin/cli.js"), "build");

    const module = "generated/library-20200102/src/operations/make-shelf.ts";
    expect(existsSync(join(consumer, module))).toBe(true);
    expect(run(join(installed, "dist/bin/cli.js"), "check")).toContain("up to date");
  });

  test("is imported by programs, as are its plugins", () => {
    const paths = ["docwright", ...bundlers.map((bundler) => `docwright/${bundler}`)];
    const program = `
      const [own, ...plugins] = await Promise.all(${JSON.stringify(paths)}.map((path) => import(path)));
      console.log(typeof own.build, ...plugins.map((plugin) => plugin.default().name));
    `;

    expect(run("--input-type=module", "--eval", program).trim()).toBe(
      "function docwright docwright docwright docwright",
    );
  });

  test("brings types for programs", () => {
    writeFileSync(
      join(consumer, "program.mts"),
      'import { build, defineConfig } from "docwright";\n' +
        "export const config = defineConfig({ output: 1 });\n" +
        "export const ok: boolean = (await build()).ok;\n",
    );
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const compile = () =>
      run(
        compiler,
        "program.mts",
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--types",
        "node",
      );

    expect(compile).toThrow(
      expect.objectContaining({
        stdout:
          "program.mts(2,38): error TS2322: Type 'number' is not assignable to type 'string'.\n",
      }),
    );
  });
});

const library = { product: "Library", version: "2020-01-02" };
