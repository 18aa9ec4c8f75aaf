import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith } from "./run-docwright.ts";

const bin = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const script = spawnSync("script", ["--version"], { encoding: "utf8" });
const linux = script.status === 0 && script.stdout.includes("util-linux");

const docs = (pages: number, text = page()) =>
  Object.fromEntries(Array.from({ length: pages }, (_, at) => [`docs/${at}.md`, text]));

/** What a terminal of 100 columns gets from a command line of the shell. */
function onTerminal(folder: string, line: string, env: Record<string, string> = {}): string {
  const { CI, NO_COLOR, FORCE_COLOR, ...others } = process.env;
  const words = ["-qec", `stty cols 100; ${line}`, "/dev/null"];
  const { stdout } = spawnSync("script", words, {
    cwd: folder,
    env: { ...others, TERM: "xterm", ...env },
    encoding: "utf8",
  });
  return stdout;
}

const inspect = `'${process.execPath}' '${bin}' inspect docs --jsonl`;

// The util-linux `script` gives a terminal; where it is missing these are skipped.
describe.skipIf(!linux)("on a terminal", () => {
  test("a bar runs while pages are read into a file, and is gone at the end", () => {
    const folder = folderWith(docs(3000));

    const shown = onTerminal(folder, `${inspect} > out.jsonl`);

    expect(shown.replaceAll("\u001B[K", "")).toMatch(/\r█+░* \d+\/3000 pages, \d+ s left/);
    expect(shown.endsWith("\r\u001B[K3,000 pages: 1 operation, 2,999 second\r\n")).toBe(true);
    expect(readFileSync(join(folder, "out.jsonl"), "utf8").split("\n")).toHaveLength(3001);
  });

  test.each([{ CI: "true" }, { TERM: "dumb" }])("there is no bar where %o", (env) => {
    expect(onTerminal(folderWith(docs(3000)), `${inspect} > out.jsonl`, env)).toBe(
      "3,000 pages: 1 operation, 2,999 second\r\n",
    );
  });

  test("findings have colours, unless NO_COLOR is set", () => {
    const folder = folderWith(docs(1, page({ rows: "|Title|String|也许|Novels|书架的标题。 |" })));
    const line = `'${process.execPath}' '${bin}' inspect docs/0.md`;

    expect(onTerminal(folder, line)).toContain("\u001B[31m");
    expect(onTerminal(folder, line, { NO_COLOR: "1" })).not.toContain("\u001B");
  });
});

test("in a pipe there is neither a bar nor a colour", () => {
  const folder = folderWith(docs(1, page({ rows: "|Title|String|也许|Novels|书架的标题。 |" })));
  const { FORCE_COLOR, ...env } = process.env;
  const words = [bin, "inspect", "docs/0.md"];
  const { stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: "utf8" });

  expect(stderr).toContain("derive/unclear-required");
  expect(stderr).not.toContain("\u001B");
});
