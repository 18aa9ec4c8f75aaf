import { existsSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readFile } from "../text/read-file.ts";
import { createGuard } from "./create-guard.ts";
import { makeFolder } from "./make-folder.ts";

/** The folder in which a change is prepared, and which says while it is there that one is under way. */
export const stagingName = ".docwright-staging";

/** What a change does to a folder, so that it can be undone. Paths are relative to the folder. */
export interface Journal {
  /** Each place that is changed or removed; what was there is kept under `old/` and this number. */
  readonly places: { readonly path: string; readonly kept: boolean }[];
  /** Folders that the change makes, the outer ones first. */
  readonly folders: readonly string[];
}

/** Where the parts of a change lie. */
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

/** Undoes what has been done of a change, as far as that can be done; then throws what stood in the way. */
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
      // It was never made, or somebody has put something there since.
    }
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * The journal of a change that was cut off. One that is not whole was cut off itself, and then nothing had
 * been done yet. Throws where it names a place outside the folder: it may have come with somebody's checkout.
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
    // It is no JSON, or not of this shape.
  }
  return { places: [], folders: [] };
}

/** Throws where there is a file that cannot be read: then it is not known what to undo. */
function read(path: string): string | undefined {
  return existsSync(path) ? readFile(path).toString() : undefined;
}
