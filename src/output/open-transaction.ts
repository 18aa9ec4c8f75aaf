import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { claim, clearStaging, findClaim, type Claim } from "./claim.ts";
import { createGuard } from "./create-guard.ts";
import { HalfWritten } from "./half-written.ts";
import { makeFolder } from "./make-folder.ts";
import { held, recover } from "./recover.ts";
import { rollBack, stagingOf, type Journal } from "./staging.ts";

/** The result of a change to a folder. Paths are relative to the folder. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * An atomic change of a folder: invisible before `commit`, complete after it.
 *
 * It can be aborted until `settle`, so that several folders can be changed together.
 */
export interface Transaction {
  /** Sets the content of a file. A file with this content is not rewritten, nor a text that only ends lines with CRLF. */
  readonly put: (path: string, content: string | Uint8Array) => void;
  /** Declares that a file already has its content. */
  readonly keep: (path: string) => void;
  /** Removes a file, if it exists. */
  readonly remove: (path: string) => void;
  /**
   * Applies the change.
   *
   * On failure it restores all files and throws the file system's error. Throws `HalfWritten` where they
   * cannot be restored.
   */
  readonly commit: () => Written;
  /** Makes the change permanent. If it throws, the change can still be aborted. */
  readonly settle: () => void;
  /** Aborts the change and restores the files. Throws `HalfWritten` where they cannot be restored. */
  readonly abort: (cause: unknown) => void;
}

/**
 * Opens a change of a folder. Waits for an interrupted change to be undone.
 *
 * New files are written to a staging folder and moved at the end; old files are kept until then. A
 * process killed before the moves leaves the old files. One killed during the moves leaves a journal,
 * from which the next transaction restores them.
 *
 * Throws where another process is changing the folder. Methods throw file system errors, and an error
 * where a path leaves the folder by its name or through a link.
 */
export async function openTransaction(folder: string): Promise<Transaction> {
  const root = resolve(folder);
  const staging = stagingOf(root);
  const inside = createGuard(root);
  const changed: string[] = [];
  const stale = new Set<string>();
  /** Files that stay, by lower-case path. */
  const staying = new Map<string, string>();
  let unchanged = 0;
  let own: Claim | undefined;
  /** The journal of a committed change that can be undone. */
  let done: Journal | undefined;
  /** The outermost folder that staging created. */
  let made: string | undefined;

  const begin = () => {
    // The previous change may be removing its staging folder.
    for (let tries = 0; own === undefined && tries < mostTries; tries += 1) {
      const outermost = makeFolder(staging.root);
      made ??= outermost;
      try {
        own = claim(root);
      } catch (error) {
        leave();
        throw error;
      }
      if (own === undefined && findClaim(root).number > 0) break;
    }
    // Another process has claimed the folder first.
    if (own === undefined) throw held(root, findClaim(root).owner, "alive");
  };
  /** Removes the folders that this change created, if they are empty. */
  const leave = () => {
    if (made === undefined) return;
    removeEmpty(staging.root, root);
    if (made !== staging.root) removeEmpty(root, dirname(made));
  };
  const giveUp = () => {
    const claimed = own;
    own = undefined;
    if (claimed !== undefined) clearStaging(root, claimed);
    leave();
  };
  /** Restores the files; where that fails, the next change restores them. */
  const undo = (journal: Journal, cause: unknown) => {
    try {
      rollBack(root, journal);
    } catch (error) {
      own?.release();
      own = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      throw new HalfWritten(
        cause,
        `Some files of ${root} are new, and the old ones could not be put back: ${reason}. They are kept in ${staging.root}; run docwright again, which puts them back first.`,
      );
    }
    try {
      giveUp();
    } catch {
      // All files are restored, and repeating that would change nothing.
    }
  };

  await recover(root);
  return {
    put(path, content) {
      staying.set(path.toLowerCase(), path);
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      if (holds(inside(path), bytes, typeof content === "string")) {
        unchanged += 1;
        return;
      }
      begin();
      writeFileSync(staging.fresh(changed.length), bytes, { flag: "wx" });
      changed.push(path);
    },
    keep(path) {
      staying.set(path.toLowerCase(), path);
      unchanged += 1;
    },
    remove(path) {
      if (look(inside(path)) !== undefined) stale.add(path);
    },
    commit() {
      for (const path of stale) {
        const twin = staying.get(path.toLowerCase());
        if (twin !== undefined && isOneFile(resolve(root, path), resolve(root, twin))) {
          stale.delete(path);
        }
      }
      if (changed.length + stale.size > 0) {
        begin();
        if (own?.isHeld() !== true) throw new Error(`${staging.root} was taken away`);
        const folders = [...foldersToMake(root, changed)];
        const journal: Journal = { places: [], folders };
        try {
          for (const [number, path] of [...changed, ...stale].entries()) {
            journal.places.push({ path, kept: keepOld(resolve(root, path), staging.kept(number)) });
          }
          writeFileSync(staging.journal, JSON.stringify(journal));
          for (const path of folders) mkdirSync(resolve(root, path));
          for (const [number, path] of changed.entries()) {
            renameSync(staging.fresh(number), resolve(root, path));
          }
          for (const path of stale) rmSync(resolve(root, path));
          for (const path of stale) removeEmpty(dirname(resolve(root, path)), root);
        } catch (error) {
          undo(journal, error);
          throw error;
        }
        done = journal;
      }
      return { written: changed, removed: [...stale], unchanged };
    },
    settle() {
      if (own === undefined) return;
      rmSync(staging.journal, { force: true });
      clearStaging(root, own);
      own = undefined;
    },
    abort(cause) {
      if (own === undefined) return;
      undo(done ?? { places: [], folders: [] }, cause);
    },
  };
}

/** Maximum number of attempts to claim a folder that another process is releasing. */
const mostTries = 100;

/** Keeps a copy of a file or link during the change; returns false where the place is empty. */
function keepOld(place: string, kept: string): boolean {
  const there = look(place);
  if (there === undefined) return false;
  if (there.isDirectory()) throw new Error(`${place} is a folder`);
  if (there.isSymbolicLink()) symlinkSync(readlinkSync(place), kept);
  else {
    try {
      linkSync(place, kept);
    } catch {
      // Some file systems do not support links.
      copyFileSync(place, kept);
    }
  }
  return true;
}

/** Removes a folder and its parents up to a root, as long as they are empty. */
function removeEmpty(folder: string, root: string): void {
  try {
    for (let empty = folder; empty !== root; empty = dirname(empty)) rmdirSync(empty);
  } catch {
    // The folder is not empty.
  }
}

/** The missing folders of some files, outer ones first. */
function* foldersToMake(root: string, files: readonly string[]): Generator<string> {
  const seen = new Set<string>();
  const missing = function* (folder: string): Generator<string> {
    if (folder === root || seen.has(folder)) return;
    seen.add(folder);
    yield* missing(dirname(folder));
    if (look(folder) === undefined) yield relative(root, folder);
  };
  for (const path of files) yield* missing(dirname(resolve(root, path)));
}

/** Returns true if a file has this content. A link is never equal, because its target is not docwright's. */
function holds(path: string, bytes: Uint8Array, isText: boolean): boolean {
  const there = look(path);
  if (there?.isFile() !== true || there.size < bytes.length) return false;
  if (there.size === bytes.length) return readFileSync(path).equals(bytes);
  // Git may end lines otherwise in a checkout, which changes nothing of a text. It adds a byte to each line.
  if (!isText || there.size > bytes.length * 2) return false;
  const text = readFileSync(path, "latin1").replaceAll("\r\n", "\n");
  return Buffer.from(text, "latin1").equals(bytes);
}

/** Returns true if two names denote one file, as on file systems that ignore case. */
function isOneFile(one: string, other: string): boolean {
  const [a, b] = [look(one), look(other)];
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

/** The stats of a path; `undefined` where it does not exist or a parent is a file. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
