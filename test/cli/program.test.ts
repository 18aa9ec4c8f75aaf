import { execFile, execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runDocwright } from "./run-docwright.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = `${root}dist/bin/cli.js`;

describe("the command line", () => {
  test.each(["extract", "generate", "check", "inspect", "endpoint"])(
    "%s --help says what it does, with an example",
    async (command) => {
      const { status, out } = await runDocwright(command, "--help");

      expect(status).toBe(0);
      expect(out).toContain(`Usage: docwright ${command}`);
      expect(out).toContain("Examples:");
    },
  );

  test.each([
    { title: "an unknown command", words: ["extrakt"] },
    { title: "an unknown flag", words: ["extract", "--ou", "x"] },
    { title: "a port that is none", words: ["endpoint", "--port", "http"] },
    { title: "a failure without a code", words: ["endpoint", "--fail", "MakeShelf"] },
    { title: "no command at all", words: [] },
    { title: "only half a command", words: ["templates"] },
    { title: "help for what there is not", words: ["help", "extrakt"] },
    { title: "an argument too many", words: ["completion", "bash", "zsh"] },
    { title: "a value that is none of the choices", words: ["init", "docs", "--format", "toml"] },
  ])("$title is wrong usage: exit code 2", async ({ words }) => {
    const { status, err } = await runDocwright(...words);

    expect(status).toBe(2);
    expect(err).not.toBe("");
  });

  test.each([
    { words: ["extrakt"], meant: "extract" },
    { words: ["templates", "ejct"], meant: "eject" },
    { words: ["help", "biuld"], meant: "build" },
    { words: ["build", "--languag", "en"], meant: "--language" },
  ])("asks at $words whether $meant was meant", async ({ words, meant }) => {
    expect((await runDocwright(...words)).err).toContain(`(Did you mean ${meant}?)`);
  });

  test("the built command prints its version", () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      version: string;
    };

    expect(execFileSync(process.execPath, [bin, "--version"], { encoding: "utf8" })).toBe(
      `${version}\n`,
    );
  });

  test.each(["--version", "--help", "build --help", "completion bash"])(
    "%s loads no package but those for arguments and colours",
    (line) => {
      expect(packagesLoadedBy(line.split(" "))).toEqual(["commander", "picocolors"]);
    },
  );

  test("endpoint serves until it is told to stop", async () => {
    const child = execFile(process.execPath, [bin, "endpoint", "specs"], { cwd: root });
    const [line] = (await once(child.stdout ?? process.stdin, "data")) as [string];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? "";

    const answer = await fetch(`${url}/?Action=Nothing`);
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(code).toBe(0);
  });
});

/** The packages that Node loads for a command line, sorted. */
function packagesLoadedBy(args: readonly string[]): string[] {
  const hooks = `import { writeSync } from "node:fs";
    export const load = (url, context, next) => (writeSync(2, url + "\\n"), next(url, context));`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(inlined(hooks))});`;
  const { stderr } = spawnSync(process.execPath, ["--import", inlined(register), bin, ...args], {
    encoding: "utf8",
  });
  const names = [...stderr.matchAll(/\/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/g)];
  return [...new Set(names.map(([, name = ""]) => name))].sort();
}

function inlined(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
