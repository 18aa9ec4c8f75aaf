import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import type { SpecsPlace } from "./specs-place.ts";

/** Specs as a revision has them, in a folder for a moment. */
export interface CheckedOut {
  /** Takes the place of the folder of specs, absolute. */
  readonly folder: string;
  readonly remove: () => void;
}

/** What of a folder of specs says something; pages are many, and their specs are there. */
const isSpec =
  /(?:^|\/)(?:product\.yaml|(?:operations|overlays)\/[^/]+\.ya?ml|positions\/[^/]+\.json)$/;

/** Copies the specs of a git revision into a folder of their own. The working tree is left alone. */
export function checkOut(
  revision: string,
  { folder, specs }: SpecsPlace,
  diagnostics: Diagnostic[],
): CheckedOut | undefined {
  const git = (words: readonly string[], input = "") => {
    const { status, stdout, stderr, error } = spawnSync("git", words, {
      cwd: folder,
      input,
      maxBuffer: MOST_BYTES,
    });
    if (error === undefined && status === 0) return stdout;
    const reason =
      error?.message ??
      stderr
        .toString()
        .trim()
        .replace(/^fatal: /, "");
    reportPath(folder, "diff/unknown-revision", { revision, reason }, diagnostics);
    return undefined;
  };
  // A revision is a word of the user's: whatever it begins with, it must not be a flag.
  const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const commit = git(words)?.toString().trim();
  if (commit === undefined) return undefined;
  const tree = git([
    "ls-tree",
    "-r",
    "-z",
    commit,
    "--",
    relative(folder, specs) || ".",
  ])?.toString();
  if (tree === undefined) return undefined;
  const files = tree.split("\0").flatMap((entry) => {
    const [, id = "", path = ""] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return isSpec.test(path) ? [{ id, path, place: relative(specs, resolve(folder, path)) }] : [];
  });
  // Git makes no such revision, but a server may send one.
  const leaving = files.find(({ place }) => isAbsolute(place) || place.split(sep).includes(".."));
  if (leaving !== undefined) {
    const reason = `it has a file outside its folders, ${leaving.path}`;
    reportPath(folder, "diff/unknown-revision", { revision, reason }, diagnostics);
    return undefined;
  }
  if (files.length === 0) {
    const reason = `it has no specs in ${relative(folder, specs).split(sep).join("/")}`;
    reportPath(folder, "diff/unknown-revision", { revision, reason }, diagnostics);
    return undefined;
  }
  const blobs = git(["cat-file", "--batch"], files.map(({ id }) => `${id}\n`).join(""));
  if (blobs === undefined) return undefined;
  const copy = mkdtempSync(join(tmpdir(), "docwright-diff-"));
  let at = 0;
  for (const { place } of files) {
    const end = blobs.indexOf("\n", at);
    const size = Number(blobs.toString("utf8", at, end).split(" ").at(-1));
    const file = join(copy, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, blobs.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return {
    folder: copy,
    remove: () => {
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** What git may answer at most. */
const MOST_BYTES = 1 << 30;
