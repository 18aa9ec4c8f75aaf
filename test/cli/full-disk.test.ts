import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { pageOf } from "../build/desk.ts";
import { stagingName } from "../../src/output/staging.ts";
import { contentOf } from "../output/folder.ts";
import { folderWith, runDocwright, type Run } from "./run-docwright.ts";

const calls = [
  "copyFileSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "readdirSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "writeFileSync",
] as const;
type Call = (typeof calls)[number];

const originals = Object.fromEntries(calls.map((name) => [name, fs[name]]));

afterEach(mend);

function mend(): void {
  Object.assign(fs, originals);
  syncBuiltinESMExports();
}

/** Lets calls about a folder fail, from one of them on or only that one; says how many there were. */
function breakDisk(
  folder: string,
  { call, from, to = from, code }: { call: Call; from: number; to?: number; code: string },
): () => number {
  let seen = 0;
  const original = originals[call] as (...given: unknown[]) => unknown;
  const failing = (...given: unknown[]) => {
    if (!given.some((one) => typeof one === "string" && one.startsWith(folder))) {
      return original(...given);
    }
    seen += 1;
    if (seen < from || seen > to) return original(...given);
    const message = `${code}: the disk of this test fails, ${call} '${String(given[0])}'`;
    throw Object.assign(new Error(message), { code, syscall: call, path: given[0] });
  };
  Object.assign(fs, { [call]: failing });
  syncBuiltinESMExports();
  return () => seen;
}

/** Two operations in packages, of which one page changes and one goes. */
async function project() {
  const folder = folderWith({
    "docwright.config.json": JSON.stringify({ products: [{ pages: "docs" }] }),
    "docs/shelf.md": pageOf("MakeShelf"),
    "docs/room.md": pageOf("MakeRoom"),
  });
  const build = () =>
    runDocwright("build", "--prune", "--config", join(folder, "docwright.config.json"));
  await build();
  const change = () => {
    const page = join(folder, "docs/shelf.md");
    const text = fs.readFileSync(page, "utf8");
    fs.writeFileSync(page, text.replace("书架的标题", "书架的名称"));
    fs.rmSync(join(folder, "docs/room.md"));
  };
  return { folder, build, change };
}

/** All that builds write; not their memory, which may say the same in other words. */
async function outputOf(folder: string): Promise<Record<string, string>> {
  const content = await contentOf(folder);
  return Object.fromEntries(
    Object.entries(content).filter(([path]) => !path.includes("/.docwright/")),
  );
}

/** What cannot be removed either is left to the next build. */
function withoutStaging(content: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).filter(([path]) => !path.includes(stagingName)),
  );
}

describe("a build whose disk fails", () => {
  test.each([
    ["writeFileSync", "ENOSPC", "Free some space on its disk"],
    ["renameSync", "EIO", "Check the disk"],
    ["mkdirSync", "EROFS", "The disk can only be read"],
    ["linkSync", "EPERM", "Check who may write there"],
    ["rmSync", "EACCES", "Check who may write there"],
    ["rmdirSync", "EACCES", "Check who may write there"],
    ["openSync", "EMFILE", "Too many files are open"],
    ["readdirSync", "EMFILE", "Too many files are open"],
  ] as const)(
    "at any %s changes nothing and says so, or everything, and the next build is right",
    async (call, code, advice) => {
      const { folder, build, change } = await project();
      const old = await contentOf(folder);
      change();
      await build();
      const wanted = await outputOf(folder);
      const failures: Run[] = [];

      for (let at = 1, last = Infinity; at <= last; at += 1) {
        reset(folder, old);
        await build();
        change();
        const before = await contentOf(folder);
        const seen = breakDisk(folder, { call, from: at, code });
        const run = await build();
        last = seen();
        mend();
        if (run.status === 1 && run.err.includes("output/unwritable")) {
          failures.push(run);
          const isOld = run.err.includes("Nothing was changed.");
          expect(run.err.includes("is as this build makes it")).toBe(!isOld);
          if (isOld) expect(withoutStaging(await contentOf(folder))).toEqual(before);
        }
        await build();
        expect(await outputOf(folder)).toEqual(wanted);
      }

      for (const { err } of failures) {
        expect(err).toContain(advice);
        expect(err).toContain(code);
      }
    },
    600_000,
  );

  test("so that not even the old files can be put back says what is where, and the next one puts it right", async () => {
    const { folder, build, change } = await project();
    change();
    breakDisk(folder, { call: "renameSync", from: 2, to: Infinity, code: "EIO" });
    const { status, err } = await build();
    mend();

    expect(status).toBe(1);
    expect(err).not.toContain("Nothing was changed");
    expect(err).toContain("are new, and the old ones could not be put back");
    expect(err).toContain("run docwright again, which puts them back first");

    expect((await build()).status).toBe(0);
    const right = await outputOf(folder);
    fs.rmSync(join(folder, "specs"), { recursive: true });
    fs.rmSync(join(folder, "generated"), { recursive: true });
    await build();
    expect(right).toEqual(await outputOf(folder));
  });
});

/** Puts a folder back as it was. */
function reset(folder: string, content: Readonly<Record<string, string>>): void {
  for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(content)) {
    if (path.endsWith("/")) fs.mkdirSync(join(folder, path), { recursive: true });
    else fs.writeFileSync(join(folder, path), text);
  }
}

describe("a disk that is full", () => {
  const full = async (words: readonly string[], into: string) => {
    const seen = breakDisk(into, { call: "writeFileSync", from: 1, to: Infinity, code: "ENOSPC" });
    const run = await runDocwright(...words);
    mend();
    expect(seen()).toBeGreaterThan(0);
    return run;
  };

  test.each(["extract", "generate", "export openapi", "templates eject"])(
    "leaves everything as it was: %s",
    async (command) => {
      const { folder } = await project();
      const out = join(folder, "out");
      const sources = {
        extract: [join(folder, "docs")],
        generate: [join(folder, "specs")],
        "export openapi": [join(folder, "specs")],
        "templates eject": [],
      }[command];
      const words = [...command.split(" "), ...(sources ?? []), "--out", out];
      const before = await contentOf(folder);

      const { status, err } = await full(words, out);

      expect(status).toBe(1);
      expect(err).toMatch(/cannot be written: ENOSPC.*was changed\. Free some space on its disk/);
      expect(await contentOf(folder)).toEqual(before);
    },
  );

  test("keeps the configuration that init --force would write over", async () => {
    const folder = folderWith({ "docwright.config.yaml": "specs: mine\n", "a.md": pageOf("A") });
    const home = process.cwd();
    process.chdir(folder);
    onTestFinished(() => {
      process.chdir(home);
    });
    const { status, err } = await full(["init", "a.md", "--force"], fs.realpathSync(folder));

    expect(status).toBe(1);
    expect(err).toContain("Nothing was changed.");
    expect(await contentOf(folder)).toMatchObject({ "docwright.config.yaml": "specs: mine\n" });
  });
});
