import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, posix, relative, sep } from "node:path";
import type { Project } from "../config/project.ts";
import { createReporter, reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createSource } from "../text/source.ts";
import { findCommit, findRepository } from "./find-repository.ts";
import { findRevisionSpecs, type RevisionFile } from "./find-revision-specs.ts";
import { readObjects, type ObjectStore } from "./read-objects.ts";
import { RevisionError } from "./revision-error.ts";

/** The location of specs in the working tree and in revisions. */
export interface SpecsPlace {
  /** The absolute working directory of git. */
  readonly folder: string;
  /** The folder of specs, absolute. */
  readonly specs: string;
  /** The project's settings; they override `product.yaml` on both sides. */
  readonly project: Pick<Project, "packages" | "tests" | "limits">;
}

/** A temporary copy of a revision's specs. */
export interface CheckedOut {
  /** The absolute folder of the copy, which replaces the folder of specs. */
  readonly folder: string;
  /** Maps a path in `folder`, with `/` separators, to the path in the revision. */
  readonly pathOf: (path: string) => string;
  readonly remove: () => void;
}

/**
 * Copies the specs of a git revision to a temporary folder. The working tree does not change. The
 * repository is untrusted: git runs no program of it, and fetches nothing.
 */
export function checkOut(
  revision: string,
  place: SpecsPlace,
  diagnostics: Diagnostic[],
): CheckedOut | undefined {
  const home = mkdtempSync(join(realpathSync(tmpdir()), "docwright-diff-"));
  const remove = () => {
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return { ...copySpecs(revision, place, home, diagnostics), remove };
  } catch (error) {
    remove();
    if (!(error instanceof RevisionError)) throw error;
    const { code, message: reason } = error;
    reportPath(place.folder, code, { revision, reason }, diagnostics);
    return undefined;
  }
}

function copySpecs(
  revision: string,
  { folder, specs, project: { limits } }: SpecsPlace,
  home: string,
  diagnostics: Diagnostic[],
): Omit<CheckedOut, "remove"> {
  const repository = findRepository(folder);
  const path = relative(repository.top, realPlace(specs));
  const folders = path === "" ? [] : path.split(sep);
  if (isAbsolute(path) || folders[0] === "..") {
    const reason = `the folder of specs lies outside the repository in ${repository.top}`;
    throw new RevisionError("diff/unknown-revision", reason);
  }
  const commit = findCommit(revision, repository);
  const store = createStore(join(home, "git"), repository.objects, commit);
  const files = findRevisionSpecs(commit, folders, store, limits);
  const fits = ({ size }: RevisionFile) => size <= limits.specBytes;
  for (const { path, size: found } of files.filter((file) => !fits(file))) {
    const report = createReporter(createSource(`${revision}:${path}`, ""), diagnostics);
    report("limit/spec-bytes", { start: 0, end: 0 }, { found, allowed: limits.specBytes });
  }
  const copy = join(home, "specs");
  const names = new Map([["", folders.join("/")]]);
  for (const part of inParts(files.filter(fits))) {
    for (const [index, content] of readObjects(part, store).entries()) {
      const { place = "", path = "" } = part[index] ?? {};
      mkdirSync(join(copy, posix.dirname(place)), { recursive: true });
      writeFileSync(join(copy, place), content);
      let [at, named] = [place, path];
      for (; !names.has(at); [at, named] = [parentOf(at), parentOf(named)]) names.set(at, named);
    }
  }
  const pathOf = (place: string): string =>
    names.get(place) ?? join(pathOf(parentOf(place)), posix.basename(place));
  return { folder: copy, pathOf };
}

/** Creates a repository with the objects of another one and its own configuration. */
function createStore(gitFolder: string, objects: string, commit: string): ObjectStore {
  mkdirSync(join(gitFolder, "refs"), { recursive: true });
  writeFileSync(join(gitFolder, "HEAD"), "ref: refs/heads/none\n");
  const config =
    commit.length === 40
      ? "[core]\nrepositoryFormatVersion = 0\nbare = true\n"
      : "[core]\nrepositoryFormatVersion = 1\nbare = true\n[extensions]\nobjectFormat = sha256\n";
  writeFileSync(join(gitFolder, "config"), config);
  return { gitFolder, objects };
}

/** Groups files into batches that fit in memory. */
function* inParts(files: readonly RevisionFile[]): Generator<RevisionFile[]> {
  let part: RevisionFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (part.length > 0 && bytes + file.size > PART) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(file);
    bytes += file.size;
  }
  yield part;
}

/** The maximum number of bytes in a batch, unless one file alone is larger. */
const PART = 1 << 25;

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === "." ? "" : parent;
}

/** Resolves the links of the existing part of a path. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
  }
}
