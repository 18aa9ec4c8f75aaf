import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "./claim.ts";
import { stagingOf } from "./staging.ts";

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
