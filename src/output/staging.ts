import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createGuard } from "./create-guard.ts";

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
    owner: join(root, "owner"),
    journal: join(root, "journal.json"),
    fresh: (number: number) => join(root, `new-${number}`),
    kept: (number: number) => join(root, `old-${number}`),
  };
}

/** Undoes what has been done of a change, and takes its staging folder away. */
export function rollBack(folder: string, { places, folders }: Journal): void {
  const staging = stagingOf(folder);
  places.forEach(({ path, kept }, number) => {
    const place = join(folder, path);
    if (kept) {
      if (!existsSync(staging.kept(number))) return;
      mkdirSync(dirname(place), { recursive: true });
      renameSync(staging.kept(number), place);
    } else if (!existsSync(staging.fresh(number))) rmSync(place, { force: true });
  });
  for (const made of folders.toReversed()) {
    try {
      rmdirSync(join(folder, made));
    } catch {
      // It was never made, or somebody has put something there since.
    }
  }
  rmSync(staging.root, { recursive: true, force: true });
}

/**
 * Puts a folder right whose change was cut off: all is again as it was before. Throws where the process
 * that makes the change is still at work, and where the journal names a place outside the folder: it may
 * have come with somebody's checkout.
 */
export function recover(folder: string): void {
  const staging = stagingOf(folder);
  if (!existsSync(staging.root)) return;
  refuseOthers(folder);
  rollBack(folder, readJournal(folder));
}

/** Throws where another process that is still at work changes a folder. */
export function refuseOthers(folder: string): void {
  const staging = stagingOf(folder);
  const owner = Number(read(staging.owner));
  if (owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `process ${owner} is writing to ${folder}; if it is no docwright, remove ${staging.root}`,
    );
  }
}

/** A journal that is not whole was cut off itself, and then nothing had been done yet. */
function readJournal(folder: string): Journal {
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

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
