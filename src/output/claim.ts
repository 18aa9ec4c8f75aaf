import { randomBytes } from "node:crypto";
import { linkSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { readFile } from "../text/read-file.ts";
import { identifyProcess, socketOf, type Owner } from "./owner.ts";
import { stagingOf } from "./staging.ts";

/** A folder that this process alone changes. */
export interface Claim {
  /** Whether it still is so: somebody may have removed the staging folder, or taken it over. */
  readonly isHeld: () => boolean;
  /** The file that names the owner. */
  readonly file: string;
  readonly release: () => void;
}

/** Who claimed a folder last. */
export interface Claimed {
  /** Each one that takes a folder over from one that has ended has the next number. */
  readonly number: number;
  /** Missing where the file does not say. */
  readonly owner?: Owner;
}

/** Who has claimed a folder last; number 0 is nobody. */
export function findClaim(folder: string): Claimed {
  const staging = stagingOf(folder);
  const numbers = namesIn(staging.root).flatMap(
    (name) => /^owner-(\d{1,9})$/.exec(name)?.[1] ?? [],
  );
  const number = Math.max(0, ...numbers.map(Number));
  const owner = number === 0 ? undefined : ownerIn(staging.owner(number));
  return owner === undefined ? { number } : { number, owner };
}

/**
 * Claims a folder whose staging folder is there, after one whose owner has ended. Nothing where another
 * process was faster. Throws what the file system throws.
 */
export function claim(folder: string, last: Claimed = { number: 0 }): Claim | undefined {
  const staging = stagingOf(folder);
  const token = randomBytes(8).toString("hex");
  const file = staging.owner(last.number + 1);
  const server = listen(staging.root, token);
  const isHeld = () => ownerIn(file)?.token === token;
  const release = () => {
    if (isHeld()) tryRemove(file);
    server?.close();
  };
  const owner: Owner = {
    ...identifyProcess(),
    token,
    since: new Date().toISOString(),
    listens: server !== undefined,
  };
  try {
    writeOnce(file, JSON.stringify(owner), `${file}-${token}`);
  } catch (error) {
    release();
    const { code = "" } = error as NodeJS.ErrnoException;
    // It was claimed, or given back and taken away, since it was looked at.
    if (code === "EEXIST" || code === "ENOENT") return undefined;
    throw error;
  }
  const before = last.number === 0 ? undefined : ownerIn(staging.owner(last.number));
  if (before?.token !== last.owner?.token) {
    // By now it is the staging folder of another change.
    release();
    return undefined;
  }
  return { isHeld, file, release };
}

/** Writes a file that is not there, and is whole as soon as it is. */
function writeOnce(path: string, text: string, draft: string): void {
  try {
    writeFileSync(draft, text, { flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "EEXIST" || code === "ENOENT") throw error;
      // Not every file system has links.
      writeFileSync(path, text, { flag: "wx" });
    }
  } finally {
    tryRemove(draft);
  }
}

/** Listens at the socket of a change; nothing where the file system has none. */
function listen(staging: string, token: string): Server | undefined {
  const server = createServer((socket) => socket.destroy());
  server.on("error", () => undefined);
  // A change that fails without an end must not keep the process.
  server.unref();
  try {
    const { name, remove } = socketOf(staging, token);
    server.listen({ path: name, exclusive: true, readableAll: true, writableAll: true });
    remove();
  } catch {
    return undefined;
  }
  return server.listening ? server : undefined;
}

/** What stays goes with the staging folder. */
function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing depends on it.
  }
}

function ownerIn(path: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFile(path).toString()) as Partial<Owner> | null;
    return isWhole(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(owner: Partial<Owner> | null): owner is Owner {
  return (
    [owner?.token, owner?.host, owner?.since].every((text) => typeof text === "string") &&
    /^[0-9a-f]{1,64}$/.test(owner?.token ?? "") &&
    Number.isSafeInteger(owner?.pid) &&
    (owner?.pid ?? 0) > 0
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/**
 * Gives a claimed folder back: takes its staging folder away, the journal first and the claim last. Throws
 * where the journal stays, for it would be heeded once more; other leftovers go with the next change.
 */
export function clearStaging(folder: string, claim: Claim): void {
  const staging = stagingOf(folder);
  try {
    rmSync(staging.journal, { force: true });
    try {
      for (const name of readdirSync(staging.root)) {
        const path = join(staging.root, name);
        if (path !== claim.file) rmSync(path, { recursive: true, force: true });
      }
    } catch {
      // Nothing depends on it.
    }
  } finally {
    claim.release();
  }
  try {
    rmdirSync(staging.root);
  } catch {
    // Another change has begun.
  }
}
