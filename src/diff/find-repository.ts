import { lstatSync, readFileSync, realpathSync, statSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { realPath } from "./real-path.ts";
import { RevisionError } from "./revision-error.ts";
import { runGit } from "./run-git.ts";

/** A git repository with a working tree. Paths are absolute and without links. */
export interface Repository {
  /** The root of the working tree, which contains `.git`. */
  readonly top: string;
  /** The folder with `HEAD`. */
  readonly gitFolder: string;
  /** The folder with the objects. */
  readonly objects: string;
}

/**
 * Finds the repository of a folder: the one in the nearest `.git`. Git must report the same one, as
 * it checks the repository's owner. If `.git` is a file or a link, the repository must name the
 * working tree in return. Linked working trees and submodules do so.
 */
export function findRepository(folder: string): Repository {
  const here = realpathSync.native(folder);
  const top = findTop(here);
  const gitFolder = discover(here);
  if (top === undefined || gitFolder !== realPath(gitFolderOf(top))) {
    const reason = `git reads the repository ${gitFolder}, which is not the one in the nearest ".git"`;
    throw new RevisionError("diff/unsafe-repository", reason);
  }
  if (!namesInReturn(top, gitFolder)) {
    const reason = `${join(top, ".git")} leads to ${gitFolder}, which does not name ${top} as its working tree`;
    throw new RevisionError("diff/unsafe-repository", reason);
  }
  const stated = readLine(join(gitFolder, "commondir"));
  const common = stated === undefined ? gitFolder : realPath(resolve(gitFolder, stated));
  const worktrees = dirname(gitFolder);
  const isLinked = basename(worktrees) === "worktrees" && dirname(worktrees) === common;
  if (common === undefined || (common !== gitFolder && !isLinked)) {
    const reason = `${join(gitFolder, "commondir")} leads to another repository`;
    throw new RevisionError("diff/unsafe-repository", reason);
  }
  return { top, gitFolder, objects: join(common, "objects") };
}

/** Returns the nearest folder that contains `.git`. */
function findTop(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (statOf(join(at, ".git"), lstatSync) !== undefined) return at;
    if (at === dirname(at)) return undefined;
  }
}

function discover(folder: string): string {
  try {
    const found = runGit(["rev-parse", "--absolute-git-dir"], { folder }).toString();
    return realpathSync.native(found.replace(/\r?\n$/, ""));
  } catch (error) {
    const bare = findBare(folder);
    if (bare === undefined) throw error;
    const reason = `${bare} is a bare repository, whose configuration git would follow`;
    throw new RevisionError("diff/unsafe-repository", reason);
  }
}

/** Returns the nearest folder that git recognizes as a bare repository. */
function findBare(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const has = (name: string) => statOf(join(at, name));
    if (has(".git") !== undefined) return undefined;
    if (has("HEAD") && has("objects")?.isDirectory() && has("refs")?.isDirectory()) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** Returns the repository at a folder's `.git`, or the one it refers to. */
function gitFolderOf(top: string): string {
  const file = join(top, ".git");
  const [, path] = /^gitdir: (.+)$/s.exec(readLine(file) ?? "") ?? [];
  return path === undefined ? file : resolve(top, path);
}

function namesInReturn(top: string, gitFolder: string): boolean {
  const file = join(top, ".git");
  if (lstatSync(file).isDirectory()) return true;
  const worktree = readLine(join(gitFolder, "gitdir"));
  if (worktree !== undefined) {
    const named = resolve(gitFolder, worktree);
    return basename(named) === ".git" && realPath(dirname(named)) === top;
  }
  // In a submodule it is core.worktree; without that, git prints its working directory.
  const words = ["rev-parse", "--show-toplevel"];
  const named = runGit(words, { folder: gitFolder, gitFolder })
    .toString()
    .replace(/\r?\n$/, "");
  return realPath(named) === top;
}

/** Returns the text of a small file without its line end; `undefined` if it does not exist. */
function readLine(file: string): string | undefined {
  const stat = statOf(file);
  if (stat?.isFile() !== true || stat.size > 16_384) return undefined;
  return readFileSync(file, "utf8").replace(/\r?\n$/, "");
}

/** Returns the status of a path; `undefined` if it is missing or not accessible. */
function statOf(path: string, stat: (path: string) => Stats = statSync): Stats | undefined {
  try {
    return stat(path);
  } catch {
    return undefined;
  }
}

/** Returns the digest of a named commit. Throws a `RevisionError` if it does not exist. */
export function findCommit(revision: string, { top, gitFolder }: Repository): string {
  // Passed as input and not as an argument, so it cannot be a flag. A line end would make it two
  // names.
  const input = `${revision}^{commit}\n`;
  const isLine = !/[\0\n]/.test(revision);
  const words = ["cat-file", "--batch-check"];
  const said = isLine ? runGit(words, { folder: top, gitFolder, input }).toString() : "";
  const [, commit] = /^([0-9a-f]{40}|[0-9a-f]{64}) commit \d+\n$/.exec(said) ?? [];
  if (commit !== undefined) return commit;
  throw new RevisionError("diff/unknown-revision", "git finds no such commit");
}
