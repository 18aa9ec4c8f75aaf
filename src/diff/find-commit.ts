import type { Repository } from "./find-repository.ts";
import { RevisionError } from "./revision-error.ts";
import { runGit } from "./run-git.ts";

/** The digest of the commit that a name means. Throws a `RevisionError` where there is none. */
export function findCommit(revision: string, { top, gitFolder }: Repository): string {
  // It is no argument, so that it cannot be a flag; a line end would make two of it.
  const input = `${revision}^{commit}\n`;
  const isLine = !/[\0\n]/.test(revision);
  const words = ["cat-file", "--batch-check"];
  const said = isLine ? runGit(words, { folder: top, gitFolder, input }).toString() : "";
  const [, commit] = /^([0-9a-f]{40}|[0-9a-f]{64}) commit \d+\n$/.exec(said) ?? [];
  if (commit !== undefined) return commit;
  throw new RevisionError("diff/unknown-revision", "git finds no such commit");
}
