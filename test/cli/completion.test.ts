import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, runDocwright } from "./run-docwright.ts";

/** How a shell is asked what it offers after some words, the last of which is being typed. */
interface Asking {
  readonly shell: "bash" | "zsh" | "fish";
  /** Reads the script `$1`, and prints what is offered after the words that follow it. */
  readonly program: (script: string, words: readonly string[]) => readonly string[];
}

const inBash = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _docwright
  printf '%s\\n' "\${COMPREPLY[@]}"`;

// What zsh completes with can only be called while somebody types: these stand in for it.
const inZsh = `compdef() { : }; compadd() { shift; print -l -- "$@" }
  _describe() { [[ $1 == -o ]] && shift; print -l -- "\${(@)\${(P)\${@[-1]}}%%:*}" }
  _files() { if [[ $1 == -/ ]]; then print -l -- *(/N); else print -l -- *(N); fi }
  source "$1"; shift; words=("$@"); CURRENT=$#; _docwright`;

const askings: readonly Asking[] = [
  { shell: "bash", program: (script, words) => ["-c", inBash, "bash", script, ...words] },
  { shell: "zsh", program: (script, words) => ["-f", "-c", inZsh, "zsh", script, ...words] },
  {
    shell: "fish",
    program: (script, words) => ["-N", "-c", `source ${script}; complete -C '${words.join(" ")}'`],
  },
];

describe.each(askings)("in $shell", ({ shell, program }) => {
  const installed = spawnSync(shell, ["--version"]).status === 0;
  const title = (what: string) => (installed ? what : `${what} (skipped: no ${shell} here)`);

  async function complete(...words: readonly string[]): Promise<string[]> {
    const folder = folderWith({ "docs/a-page.md": "", "notes.md": "" });
    const script = join(folderWith({}), "script");
    writeFileSync(script, (await runDocwright("completion", shell)).out);
    const asked = program(script, ["docwright", ...words]);
    const out = execFileSync(shell, asked, { cwd: folder, encoding: "utf8" });
    const typed = words.at(-1) ?? "";
    return out
      .split("\n")
      .map((line) => (line.split("\t")[0] ?? "").replace(/\/$/, ""))
      .filter((word) => word !== "" && word.startsWith(typed))
      .sort();
  }

  test.skipIf(!installed).each([
    ["commands", ["b"], ["build"]],
    ["commands of commands", ["templates", ""], ["eject"]],
    ["commands to help with", ["help", "b"], ["build"]],
    ["flags of a command", ["check", "--st"], ["--stale-only"]],
    ["flags of an inner command", ["templates", "eject", "--f"], ["--force"]],
    ["values of a flag", ["init", "--format", "j"], ["js", "json"]],
    ["values of an argument", ["completion", ""], ["bash", "fish", "zsh"]],
    ["flags after an argument", ["build", "docs", "--tem"], ["--templates"]],
    ["folders", ["build", "--out", ""], ["docs"]],
    ["no files, where there are none,", ["endpoint", "--port", ""], []],
  ])(title("%s are completed"), async (_, words, offered) => {
    expect(await complete(...words)).toEqual(offered);
  });

  test("every command and flag is in it", async () => {
    const { out } = await runDocwright("completion", shell);

    for (const word of ["eject", "endpoint", "stale-only", "language"]) expect(out).toContain(word);
  });
});

test("bash, which takes --flag=value for three words, completes the value", async () => {
  const script = join(folderWith({}), "script");
  writeFileSync(script, (await runDocwright("completion", "bash")).out);
  const words = ["docwright", "init", "--format", "=", "y"];

  expect(execFileSync("bash", ["-c", inBash, "bash", script, ...words], { encoding: "utf8" })).toBe(
    "yaml\n",
  );
});

test("another shell is wrong usage", async () => {
  expect(await runDocwright("completion", "tcsh")).toMatchObject({ status: 2 });
});
