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

/** What became of a folder's files. Paths are relative to the folder. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * A change of a folder: nothing of it is seen before `commit`, and then all of it. Until `settle` it can
 * still be given up, so that several folders can be changed together.
 */
export interface Transaction {
  /** Says what a file is to hold. It is left alone if it holds that already. */
  readonly put: (path: string, content: string | Uint8Array) => void;
  /** Says that a file holds already what it is to hold. */
  readonly keep: (path: string) => void;
  /** Says that a file is to go, if it is there. */
  readonly remove: (path: string) => void;
  /**
   * Makes the change. Where that fails, all is as it was, and it throws what the file system throws; where
   * it cannot be undone either, a `HalfWritten`.
   */
  readonly commit: () => Written;
  /** Makes the change last. Where it throws, it can still be given up. */
  readonly settle: () => void;
  /**
   * Gives the change up for a reason, and puts back what it has changed. Throws a `HalfWritten` where it
   * cannot.
   */
  readonly abort: (cause: unknown) => void;
}

/**
 * Opens a change of a folder. New files are written to a staging folder in it and moved to their places
 * at the end; what was there is kept until then. A process that is killed on the way leaves the old files,
 * or, killed during the moves, a journal by which the next transaction puts them back. Methods throw what
 * the file system throws, and where a path leaves the folder, by its name or through a link. Opening waits
 * for what was cut off to be put back, and throws where another process changes the folder.
 */
export async function openTransaction(folder: string): Promise<Transaction> {
  const root = resolve(folder);
  const staging = stagingOf(root);
  const inside = createGuard(root);
  const changed: string[] = [];
  const stale = new Set<string>();
  /** What is to stay, by its name in small letters. */
  const staying = new Map<string, string>();
  let unchanged = 0;
  let own: Claim | undefined;
  /** What can be undone. */
  let done: Journal | undefined;
  /** The outermost folder that staging has made. */
  let made: string | undefined;

  const begin = () => {
    // The change before may be taking its staging folder away just now.
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
    // Of two processes that begin together one comes first, and the folder is its own.
    if (own === undefined) throw held(root, findClaim(root).owner, "alive");
  };
  /** Leaves no folder that this has made, as far as nothing is in it. */
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
  /** Puts back what has been changed; where that cannot be done, the next change does it. */
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
      // All is as it was, and to do it once more changes nothing.
    }
  };

  await recover(root);
  return {
    put(path, content) {
      staying.set(path.toLowerCase(), path);
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      if (holds(inside(path), bytes)) {
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

/** How often a folder is claimed that somebody else gives back at that moment. */
const mostTries = 100;

/** Keeps what stands at a place, for the time of the change; says whether there was anything. */
function keepOld(place: string, kept: string): boolean {
  const there = look(place);
  if (there === undefined) return false;
  if (there.isDirectory()) throw new Error(`${place} is a folder`);
  if (there.isSymbolicLink()) symlinkSync(readlinkSync(place), kept);
  else {
    try {
      linkSync(place, kept);
    } catch {
      // Not every file system has links.
      copyFileSync(place, kept);
    }
  }
  return true;
}

/** Removes a folder and those around it up to a root, as far as nothing is in them any more. */
function removeEmpty(folder: string, root: string): void {
  try {
    for (let empty = folder; empty !== root; empty = dirname(empty)) rmdirSync(empty);
  } catch {
    // There is something in it.
  }
}

/** The folders that files need and that are not there, the outer ones first. */
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

/** Whether a file holds some bytes; not so through a link, so that nothing is taken for ours that lies elsewhere. */
function holds(path: string, bytes: Uint8Array): boolean {
  const there = look(path);
  return (
    there?.isFile() === true && there.size === bytes.length && readFileSync(path).equals(bytes)
  );
}

/** Whether two names are of one file, as they can be where the case of letters does not count. */
function isOneFile(one: string, other: string): boolean {
  const [a, b] = [look(one), look(other)];
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

/** What stands at a place; nothing where that cannot be, be it for a file in a folder's place. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
