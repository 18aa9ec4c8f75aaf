import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runGit } from "../../src/diff/run-git.ts";
import { folderWith } from "../cli/run-docwright.ts";

test.skipIf(process.platform === "win32")("a git that waits for ever is ended", () => {
  const folder = folderWith({});
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  const config = join(folder, ".git/config");
  rmSync(config);
  // Git opens its configuration, and nobody ever writes to this one.
  spawnSync("mkfifo", [config]);

  const waiting = () => runGit(["rev-parse", "--absolute-git-dir"], { folder, patience: 200 });

  expect(waiting).toThrow("git took longer than 0.2 seconds");
});
