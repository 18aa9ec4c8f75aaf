import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { digest } from "../../src/text/digest.ts";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const product = "library-20200102";
const bin = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** A folder in which everything is up to date. */
async function project(text: string = page()) {
  const folder = folderWith({
    [`specs/${product}/pages/shelf.md`]: text,
    [`specs/${product}/product.yaml`]:
      'product: Library\nversion: "2020-01-02"\nendpoint: example.com\n',
  });
  symlinkSync(modules, join(folder, "node_modules"));
  const specs = join(folder, "specs");
  const generated = join(folder, "generated");
  await runDocwright("extract", "--out", specs);
  await runDocwright("generate", specs, "--out", generated);
  const check = (...flags: readonly string[]) =>
    runDocwright("check", "--specs", specs, "--out", generated, ...flags);
  return {
    folder,
    check,
    page: join(specs, product, "pages/shelf.md"),
    spec: join(specs, product, "operations/MakeShelf.yaml"),
    module: join(generated, product, "src/operations/make-shelf.ts"),
  };
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe("docwright check", () => {
  test("finds nothing where everything is up to date", async () => {
    const { check } = await project();

    const { status, out, err } = await check();

    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("up to date");
  });

  test("a page that changed makes its spec and its package stale, with the command that mends them", async () => {
    const { check, page } = await project();
    edit(page, "书架的标题", "书架的名字");

    const { status, err } = await check();

    expect(status).toBe(1);
    expect(findings(err)).toEqual([
      "MakeShelf.yaml:14:1 error check/stale",
      "make-shelf.ts:17:1 error check/stale",
    ]);
    expect(err).toContain("docwright build --specs ");
  });

  test("a package that was edited is stale", async () => {
    const { check, module } = await project();
    edit(module, "Title: string;", "Title: number;");

    const { status, err } = await check();

    expect(status).toBe(1);
    expect(findings(err)).toEqual([
      expect.stringMatching(/^make-shelf\.ts:\d+:1 error check\/stale$/) as string,
    ]);
  });

  test("a request sample that sends what the table does not have is reported on the page", async () => {
    const { check } = await project(page().replace("&Title=Novels", "&Titel=Novels"));

    const { status, err } = await check();

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["shelf.md:29:1 error check/page-sample"]);
    expect(err).toContain("Titel");
  });

  test("a JSON sample that is no response by its type is reported on the page", async () => {
    const { check } = await project(page().replace('{"ShelfId": "s-1"}', '{"ShelfId": null}'));

    const { status, err } = await check();

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["shelf.md:34:1 error check/page-sample"]);
    expect(err).toContain("ShelfId is null, and by its row a text");
  });

  test("what pages contradict can be a warning", async () => {
    const { check } = await project(page().replace("&Title=Novels", "&Titel=Novels"));

    const { status, err, out } = await check("--tolerate-pages");

    expect(status).toBe(0);
    expect(findings(err)).toEqual(["shelf.md:29:1 warning check/page-sample"]);
    expect(out).toBe(
      "1 package: up to date, compiles; 1 of 2 samples hold, 1 contradicts its page\n",
    );
  });

  test("of a single sample says that it holds", async () => {
    const { check } = await project(page().replace(/请求示例\n\n```[^`]*```\n\n/, ""));

    expect((await check()).out).toBe("1 package: up to date, compiles; 1 of 1 sample holds\n");
  });

  const patchInstalled = spawnSync("patch", ["--version"]).status === 0;

  test.skipIf(!patchInstalled)("in a pipe gives a patch, whatever is in the files", async () => {
    const { folder, module } = await project();
    edit(module, "Title: string;", "\u001B[2JTitle: string;\r\n".repeat(60));
    const words = ["check", "--stale-only"];
    const run = (program: string, args: readonly string[], input = "") =>
      spawnSync(program, args, { cwd: folder, input, encoding: "utf8" });

    const { status, stdout } = run(process.execPath, [bin, ...words]);

    expect(status).toBe(1);
    expect(run("patch", ["--binary", "-p1"], stdout)).toMatchObject({ status: 0 });
    expect(run(process.execPath, [bin, ...words])).toMatchObject({ status: 0, stderr: "" });
  });
});

test("a package is not run for what the memory of a build in somebody's checkout says of it", async () => {
  const { folder, check, module } = await project();
  await runDocwright("build", "--specs", join(folder, "specs"), "--out", join(folder, "generated"));
  const tripwire = join(folder, "tripped");
  const hostile = `${readFileSync(module, "utf8")}\n(await import("node:fs")).writeFileSync(${JSON.stringify(tripwire)}, "");\n`;
  writeFileSync(module, hostile);
  const memory = join(folder, "generated/.docwright/record.json");
  const { outputs, ...rest } = JSON.parse(readFileSync(memory, "utf8")) as {
    readonly outputs: Readonly<Record<string, string>>;
  };
  const own = Object.keys(outputs).find((path) => path.endsWith("/make-shelf.ts")) ?? "";
  const forged = { ...outputs, [own]: digest(hostile) };
  writeFileSync(memory, JSON.stringify({ ...rest, outputs: forged }));

  expect(await check("--stale-only")).toMatchObject({ status: 0 });
  const { status, err } = await check();

  expect(existsSync(tripwire)).toBe(false);
  expect(status).toBe(1);
  expect(findings(err)).toEqual([expect.stringContaining("check/stale")]);
});
