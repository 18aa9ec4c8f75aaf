import { lstatSync, rmSync, type Stats } from "node:fs";
import { claim, clearStaging, findClaim } from "./claim.ts";
import { probeOwner, type Owner, type Pulse } from "./owner.ts";
import { readJournal, rollBack, stagingOf } from "./staging.ts";

/**
 * Puts a folder right whose change was cut off: all is again as it was before. Throws where the process
 * that makes the change is still at work, or may be, and where the journal is not to be trusted.
 */
export async function recover(folder: string): Promise<void> {
  const staging = stagingOf(folder);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const there = look(staging.root);
    if (there === undefined) return;
    if (there.isSymbolicLink()) {
      // What it leads to is none of ours.
      rmSync(staging.root);
      continue;
    }
    const last = findClaim(folder);
    const { owner } = last;
    const pulse = owner === undefined ? "gone" : await probeOwner(owner, staging.root);
    if (owner !== undefined && pulse !== "gone") throw held(folder, owner, pulse);
    const own = claim(folder, last);
    // Another one was faster: it is at work, or has done it.
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

/** How often a folder is looked at that others take over at that moment. */
const mostTries = 100;

/** The error that a folder is changed by somebody else. */
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
