import { existsSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readFile } from "../text/read-file.ts";
import { createGuard } from "./create-guard.ts";
import { makeFolder } from "./make-folder.ts";

/** The folder in which a change is prepared. It exists while a change is in progress. */
export const stagingName = ".docwright-staging";

/** The steps of a change, for undoing it. Paths are relative to the folder. */
export interface Journal {
  /** Each path changed or removed. `kept`: the old file is saved under the path's index. */
  readonly places: { readonly path: string; readonly kept: boolean }[];
  /** Folders that the change creates, outer ones first. */
  readonly folders: readonly string[];
}

/** Paths of the parts of a change. */
export function stagingOf(folder: string) {
  const root = join(folder, stagingName);
  return {
    root,
    owner: (number: number) => join(root, `owner-${number}`),
    journal: join(root, "journal.json"),
    fresh: (number: number) => join(root, `new-${number}`),
    kept: (number: number) => join(root, `old-${number}`),
  };
}

/** Undoes a change as far as possible, then throws the first error. */
export function rollBack(folder: string, { places, folders }: Journal): void {
  const staging = stagingOf(folder);
  const failures: unknown[] = [];
  places.forEach(({ path, kept }, number) => {
    const place = join(folder, path);
    try {
      if (kept) {
        if (!existsSync(staging.kept(number))) return;
        makeFolder(dirname(place));
        renameSync(staging.kept(number), place);
      } else if (!existsSync(staging.fresh(number))) rmSync(place, { force: true });
    } catch (error) {
      failures.push(error);
    }
  });
  for (const made of folders.toReversed()) {
    try {
      rmdirSync(join(folder, made));
    } catch {
      // The folder was never created, or is not empty.
    }
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Reads the journal of an interrupted change.
 *
 * An incomplete journal is empty, because nothing was changed before it was complete. Throws where it
 * names a path outside the folder, because it may come from an untrusted checkout.
 */
export function readJournal(folder: string): Journal {
  const staging = stagingOf(folder);
  const journal = parse(read(staging.journal));
  const inside = createGuard(resolve(folder));
  for (const path of [...journal.places.map((one) => one.path), ...journal.folders]) {
    try {
      inside(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${staging.journal} is not docwright's: ${reason}; remove ${staging.root}`, {
        cause: error,
      });
    }
  }
  return journal;
}

function parse(text = ""): Journal {
  try {
    const { places, folders } = JSON.parse(text) as Partial<Journal>;
    const isWhole =
      places?.every(({ path }) => typeof path === "string") === true &&
      folders?.every((path) => typeof path === "string") === true;
    if (isWhole) return { places, folders };
  } catch {
    // The text is not JSON, or not a journal.
  }
  return { places: [], folders: [] };
}

/** Throws where the file exists but cannot be read, because the steps to undo are then unknown. */
function read(path: string): string | undefined {
  return existsSync(path) ? readFile(path).toString() : undefined;
}
