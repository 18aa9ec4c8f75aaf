import { lstatSync, rmSync, type Stats } from "node:fs";
import { claim, clearStaging, findClaim } from "./claim.ts";
import { probeOwner, type Owner, type Pulse } from "./owner.ts";
import { readJournal, rollBack, stagingOf } from "./staging.ts";

/**
 * Restores a folder after an interrupted change.
 *
 * Throws where the owner of the change runs or may run, and where the journal cannot be trusted.
 */
export async function recover(folder: string): Promise<void> {
  const staging = stagingOf(folder);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const there = look(staging.root);
    if (there === undefined) return;
    if (there.isSymbolicLink()) {
      // The target of the link is not docwright's.
      rmSync(staging.root);
      continue;
    }
    const last = findClaim(folder);
    const { owner } = last;
    const pulse = owner === undefined ? "gone" : await probeOwner(owner, staging.root);
    if (owner !== undefined && pulse !== "gone") throw held(folder, owner, pulse);
    const own = claim(folder, last);
    // Another process was faster: it is restoring the folder, or has done so.
    if (own === undefined) continue;
    try {
      rollBack(folder, readJournal(folder));
    } catch (error) {
      own.release();
      throw error;
    }
    clearStaging(folder, own);
  }
  throw held(folder, undefined, "unknown");
}

/** Maximum number of attempts on a folder that other processes take over. */
const mostTries = 100;

/** The error for a folder that another process is changing. */
export function held(folder: string, owner: Owner | undefined, pulse: Pulse): Error {
  const { root } = stagingOf(folder);
  if (owner === undefined) return new Error(`another process is writing to ${folder}`);
  const { pid, host, since } = owner;
  const who = `process ${pid} of host ${host} has been writing to ${folder} since ${since}`;
  return new Error(
    pulse === "alive"
      ? `${who}; wait until it has ended, or end it`
      : `${who}, and from here nobody can tell whether it still runs; if it does not, remove ${root}`,
  );
}

function look(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
