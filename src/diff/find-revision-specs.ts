import { posix } from "node:path";
import type { Limits } from "../text/limits.ts";
import { readObjects, sizeObjects, type ObjectStore, type SizedObject } from "./read-objects.ts";
import { RevisionError } from "./revision-error.ts";

type Tree = ReadonlyMap<string, TreeEntry>;

/** A file of specs in a revision. */
export interface RevisionFile extends SizedObject {
  /**
   * The path of its copy, with `/` separators. Files and products are numbered by sorted name,
   * because names in a revision may be invalid or equal on a disk.
   */
  readonly place: string;
}

/**
 * Lists the specs in a folder of a commit: `product.yaml`, and the YAML files in `operations` and
 * `overlays`. They are in the folder itself, or else in its subfolders. A link or submodule in
 * their place is an error, because the comparison would miss its content.
 */
export function findRevisionSpecs(
  commit: string,
  folder: readonly string[],
  store: ObjectStore,
  limits: Limits,
): RevisionFile[] {
  const spendTrees = budget(limits.specBytes, "folders");
  const readTrees = (entries: readonly TreeEntry[]): Tree[] => {
    const wanted = entries.map(({ id, path }) => ({ id, type: "tree" as const, path }));
    const sized = sizeObjects(wanted, store);
    spendTrees(sumOf(sized));
    return readObjects(sized, store).map((content, index) =>
      parseTree(content, wanted[index]?.path ?? "", commit.length / 2),
    );
  };

  let specs = readTrees([{ kind: "folder", id: treeOf(commit, store, limits), path: "" }])[0];
  for (const name of folder) {
    const entry = specs?.get(name);
    specs = isFolder(entry) ? readTrees([entry])[0] : undefined;
  }
  if (specs === undefined) throw withoutSpecs(folder);

  const isProduct = (tree: Tree) => isFolder(tree.get("operations"));
  const homes = isProduct(specs) ? [] : foldersIn(specs, store, spendTrees);
  const products = isProduct(specs) ? [specs] : readTrees(homes).filter(isProduct);
  const placeOf = (index: number) => (products[0] === specs ? "" : `${numbered(index)}/`);
  const described = products.flatMap((tree, index) => {
    const entry = tree.get("product.yaml");
    return entry === undefined ? [] : [{ entry, place: `${placeOf(index)}product.yaml` }];
  });
  const folders = products.flatMap((tree, index) =>
    (["operations", "overlays"] as const).flatMap((name) => {
      const entry = tree.get(name);
      return isFolder(entry) ? [{ entry, place: `${placeOf(index)}${name}` }] : [];
    }),
  );
  const positions = products.flatMap((tree, index) => {
    const entry = tree.get("positions");
    return isFolder(entry) ? [{ entry, place: placeOf(index) }] : [];
  });
  const spendFiles = budget(FILES * limits.specBytes, "specs");
  /** Paths of specs, by the product's path and the spec's name. */
  const placeOfSpec = new Map<string, string>();
  const found = readTrees(folders.map(({ entry }) => entry)).flatMap((tree, index) => {
    const entries = inOrder(tree).filter(({ path }) => /\.ya?ml$/.test(path));
    spendFiles(entries.length * BLOCK);
    const place = folders[index]?.place ?? "";
    return entries.map((entry, at) => {
      const stem = posix.basename(entry.path).replace(/\.ya?ml$/, "");
      placeOfSpec.set(`${place}/${stem}`, numbered(at));
      return { entry, place: `${place}/${numbered(at)}.yaml` };
    });
  });
  if (found.length === 0) throw withoutSpecs(folder);
  const beside = readTrees(positions.map(({ entry }) => entry)).flatMap((tree, index) => {
    const place = positions[index]?.place ?? "";
    return inOrder(tree).flatMap((entry) => {
      const stem = posix.basename(entry.path).replace(/\.json$/, "");
      const number = placeOfSpec.get(`${place}operations/${stem}`);
      if (number === undefined || entry.kind !== "file") return [];
      spendFiles(BLOCK);
      return [{ entry, place: `${place}positions/${number}.json` }];
    });
  });

  const files = [...described, ...found, ...beside];
  const sized = sizeObjects(
    files.map(({ entry }) => ({ id: ofKind("file", entry).id, type: "blob", path: entry.path })),
    store,
  ).map((file, index) => ({ ...file, place: files[index]?.place ?? "" }));
  spendFiles(sumOf(sized.filter(({ size }) => size <= limits.specBytes)));
  return sized;
}

function inOrder(tree: Tree): TreeEntry[] {
  return [...tree].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function numbered(index: number): string {
  return `${index}`.padStart(8, "0");
}

/** Limits the specs of a revision to the bytes of this many files of maximum size. */
const FILES = 16;
/** Bytes of a disk block. */
const BLOCK = 4096;

function budget(most: number, what: string): (bytes: number) => void {
  let spent = 0;
  return (bytes) => {
    spent += bytes;
    if (spent <= most) return;
    const reason = `its ${what} have more than ${most} bytes; --max-spec-bytes allows more`;
    throw new RevisionError("diff/unreadable-revision", reason);
  };
}

function sumOf(sized: readonly SizedObject[]): number {
  return sized.reduce((sum, { size }) => sum + size, 0);
}

/** Returns the digest of a commit's tree. */
function treeOf(commit: string, store: ObjectStore, limits: Limits): string {
  const sized = sizeObjects([{ id: commit, type: "commit", path: `commit ${commit}` }], store);
  budget(limits.specBytes, "commit and its message")(sumOf(sized));
  const [content] = readObjects(sized, store);
  const [, tree = ""] = /^tree ([0-9a-f]+)\n/.exec(content?.toString("latin1", 0, 80) ?? "") ?? [];
  if (tree.length === commit.length) return tree;
  throw new RevisionError("diff/unreadable-revision", "it is damaged. Run git fsck");
}

/** True if the entry is a folder. A link or a submodule is an error. */
function isFolder(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry !== undefined && entry.kind !== "file" && ofKind("folder", entry) === entry;
}

function ofKind(kind: "file" | "folder", entry: TreeEntry): TreeEntry {
  if (entry.kind === kind) return entry;
  const reason = `"${entry.path}" is a ${entry.kind}, and docwright reads only a ${kind} there`;
  throw new RevisionError("diff/unreadable-revision", reason);
}

/** Returns the subfolders of a folder. Links to sibling folders are ignored. */
function foldersIn(tree: Tree, store: ObjectStore, spend: (bytes: number) => void): TreeEntry[] {
  const entries = inOrder(tree).filter(({ kind }) => kind !== "file");
  const links = entries.filter(({ kind }) => kind === "link");
  const sized = sizeObjects(
    links.map(({ id, path }) => ({ id, type: "blob", path })),
    store,
  );
  spend(sumOf(sized));
  const targets = readObjects(sized, store).map(
    (content) => /^(?:\.\/)?([^/]+)\/?$/.exec(content.toString())?.[1],
  );
  const near = new Set(links.filter((_, index) => tree.has(targets[index] ?? "")));
  return entries.filter((entry) => !near.has(entry)).map((entry) => ofKind("folder", entry));
}

function withoutSpecs(folder: readonly string[]): RevisionError {
  const reason = `it has no specs in ${folder.join("/") || "."}`;
  return new RevisionError("diff/unknown-revision", reason);
}

/** An entry of a tree object: a file, a folder, a link or a submodule. */
interface TreeEntry {
  readonly kind: "file" | "folder" | "link" | "submodule";
  /** The digest of its object. */
  readonly id: string;
  /** Its path from the repository's top, with `/` between folders. */
  readonly path: string;
}

/** Parses the entries of a tree object, by name. `path` is the path of the folder, `""` at the top. */
function parseTree(content: Buffer, path: string, idBytes: number): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(" ", at);
    const end = content.indexOf(0, space);
    const next = end + 1 + idBytes;
    const kind = kinds.get(content.toString("latin1", at, space));
    if (space < 0 || end < 0 || next > content.length || kind === undefined) {
      throw unreadable(`${path === "" ? "its tree" : path} is damaged. Run "git fsck"`);
    }
    const name = content.toString("utf8", space + 1, end);
    const whole = path === "" ? name : `${path}/${name}`;
    // Git creates no such tree, but a server may send one.
    if (name.includes("/") || ["", ".", "..", ".git"].includes(name.toLowerCase())) {
      throw unreadable(`it has a file outside its folders, "${whole}"`);
    }
    if (entries.has(name)) throw unreadable(`it has two files named "${whole}"`);
    entries.set(name, { kind, id: content.toString("hex", end + 1, next), path: whole });
    at = next;
  }
  return entries;
}

const kinds = new Map<string, TreeEntry["kind"]>([
  ["40000", "folder"],
  ["100644", "file"],
  ["100664", "file"],
  ["100755", "file"],
  ["120000", "link"],
  ["160000", "submodule"],
]);

function unreadable(reason: string): RevisionError {
  return new RevisionError("diff/unreadable-revision", reason);
}
