import { createHash } from "node:crypto";
import { RevisionError } from "./revision-error.ts";
import { runGit } from "./run-git.ts";

/** The source of git objects. */
export interface ObjectStore {
  /** A repository created by docwright, with an empty configuration. */
  readonly gitFolder: string;
  /** The objects of the user's repository. */
  readonly objects: string;
}

/** An object that a revision refers to. */
export interface NamedObject {
  /** Its digest. */
  readonly id: string;
  readonly type: "commit" | "tree" | "blob";
  /** Its path from the repository's top, or its name in messages. */
  readonly path: string;
}

/** An object with its size, before it is read. */
export interface SizedObject extends NamedObject {
  readonly size: number;
}

/**
 * Gets the sizes of objects from git, in order. A missing object or one of another type throws a
 * `RevisionError`.
 */
export function sizeObjects(
  wanted: readonly NamedObject[],
  { gitFolder, objects }: ObjectStore,
): SizedObject[] {
  if (wanted.length === 0) return [];
  const input = wanted.map(({ id }) => `${id}\n`).join("");
  const most = wanted.length * LINE;
  const said = runGit(["cat-file", "--batch-check"], {
    folder: gitFolder,
    gitFolder,
    objects,
    input,
    most,
  });
  const lines = said.toString("latin1").split("\n");
  if (lines.length !== wanted.length + 1 || lines.at(-1) !== "") throw garbled();
  return wanted.map((one, index) => {
    const line = lines[index] ?? "";
    if (line === `${one.id} missing`) {
      const named = one.path === "" ? "the top folder" : `"${one.path}"`;
      throw new RevisionError("diff/missing-object", named);
    }
    const [, id, type, size] = /^([0-9a-f]+) ([a-z]+) (\d{1,15})$/.exec(line) ?? [];
    if (id !== one.id) throw garbled();
    if (type !== one.type) {
      const reason = `"${one.path}" is a ${type} and not a ${one.type}`;
      throw new RevisionError("diff/unreadable-revision", reason);
    }
    return { ...one, size: Number(size) };
  });
}

/** Reads objects of known sizes, in order, and verifies their digests. */
export function readObjects(
  wanted: readonly SizedObject[],
  { gitFolder, objects }: ObjectStore,
): Buffer[] {
  if (wanted.length === 0) return [];
  const input = wanted.map(({ id }) => `${id}\n`).join("");
  const most = wanted.reduce((sum, { size }) => sum + size + LINE, 0);
  const said = runGit(["cat-file", "--batch"], {
    folder: gitFolder,
    gitFolder,
    objects,
    input,
    most,
  });
  let at = 0;
  const contents = wanted.map(({ id, type, size, path }) => {
    const head = Buffer.from(`${id} ${type} ${size}\n`);
    const begin = at + head.length;
    if (!said.subarray(at, begin).equals(head) || said[begin + size] !== NEWLINE) throw garbled();
    at = begin + size + 1;
    const content = said.subarray(begin, begin + size);
    const hash = createHash(id.length === 40 ? "sha1" : "sha256");
    if (hash.update(`${type} ${size}\0`).update(content).digest("hex") === id) return content;
    const reason = `"${path}" is damaged: its content has another digest. Run "git fsck"`;
    throw new RevisionError("diff/unreadable-revision", reason);
  });
  if (at !== said.length) throw garbled();
  return contents;
}

function garbled(): RevisionError {
  return new RevisionError("diff/unreadable-revision", "git printed something unexpected");
}

/** The maximum length of a line about an object: a digest of 64 characters, type and size. */
const LINE = 100;
const NEWLINE = 10;
