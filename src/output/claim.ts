import { randomBytes } from "node:crypto";
import { linkSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { readFile } from "../text/read-file.ts";
import { identifyProcess, socketOf, type Owner } from "./owner.ts";
import { stagingOf } from "./staging.ts";

/** The exclusive right of this process to change a folder. */
export interface Claim {
  /** Returns false once another process removed or took over the staging folder. */
  readonly isHeld: () => boolean;
  /** The file that names the owner. */
  readonly file: string;
  readonly release: () => void;
}

/** The last claim of a folder. */
export interface Claimed {
  /** Incremented by each process that takes the folder over from one that has ended. */
  readonly number: number;
  /** Absent where the file is incomplete. */
  readonly owner?: Owner;
}

/** Finds the last claim of a folder; number 0 where it was never claimed. */
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
 * Claims a folder that has a staging folder, after the owner of the last claim has ended.
 *
 * Returns `undefined` where another process was faster. Throws file system errors.
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
    // Another process has claimed the folder, or removed the staging folder, in the meantime.
    if (code === "EEXIST" || code === "ENOENT") return undefined;
    throw error;
  }
  const before = last.number === 0 ? undefined : ownerIn(staging.owner(last.number));
  if (before?.token !== last.owner?.token) {
    // The staging folder now belongs to another change.
    release();
    return undefined;
  }
  return { isHeld, file, release };
}

/** Creates a file atomically; throws `EEXIST` where it exists. */
function writeOnce(path: string, text: string, draft: string): void {
  try {
    writeFileSync(draft, text, { flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "EEXIST" || code === "ENOENT") throw error;
      // Some file systems do not support links.
      writeFileSync(path, text, { flag: "wx" });
    }
  } finally {
    tryRemove(draft);
  }
}

/** Listens on the socket of a change; returns `undefined` where sockets are not supported. */
function listen(staging: string, token: string): Server | undefined {
  const server = createServer((socket) => socket.destroy());
  server.on("error", () => undefined);
  // The server must not keep the process running after a failed change.
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

/** Removes a file, ignoring errors: leftovers are removed with the staging folder. */
function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Leftovers are harmless.
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
 * Removes the staging folder of a claimed folder: the journal first, the claim last.
 *
 * Throws where the journal cannot be removed, because it would be applied again. The next change removes
 * other leftovers.
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
      // Leftovers are harmless.
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
