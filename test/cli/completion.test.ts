import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, runDocwright } from "./run-docwright.ts";

/** What bash offers after some words, the last of which is being typed. */
async function completeInBash(...words: readonly string[]): Promise<string[]> {
  const folder = folderWith({});
  const script = join(folder, "completion.bash");
  writeFileSync(script, (await runDocwright("completion", "bash")).out);
  const ask = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _docwright; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["-c", ask, "bash", script, "docwright", ...words], {
    encoding: "utf8",
  });
  return out.split("\n").filter(Boolean).sort();
}

describe("in bash", () => {
  test.each([
    ["commands", ["b"], ["build"]],
    ["commands of commands", ["templates", ""], ["eject"]],
    ["flags of a command", ["check", "--st"], ["--stale-only"]],
    ["flags of an inner command", ["templates", "eject", "--f"], ["--force"]],
    ["values of a flag", ["init", "--format", "j"], ["js", "json"]],
    ["values of an argument", ["completion", ""], ["bash", "fish", "zsh"]],
    ["flags after an argument", ["build", "docs", "--tem"], ["--templates"]],
  ])("%s are completed", async (_, words, offered) => {
    expect(await completeInBash(...words)).toEqual(offered);
  });

  test("what is a file is left to the shell", async () => {
    expect(await completeInBash("build", "do")).toEqual([]);
  });
});

describe.each(["zsh", "fish"])("in %s", (shell) => {
  const installed = spawnSync(shell, ["--version"]).status === 0;

  test.skipIf(!installed)("the script is one", async () => {
    const file = join(folderWith({}), "script");
    writeFileSync(file, (await runDocwright("completion", shell)).out);

    expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  test("every command and flag is in it", async () => {
    const { out } = await runDocwright("completion", shell);

    for (const word of ["eject", "endpoint", "stale-only", "language"]) expect(out).toContain(word);
  });
});

test("another shell is wrong usage", async () => {
  expect(await runDocwright("completion", "tcsh")).toMatchObject({ status: 2 });
});
