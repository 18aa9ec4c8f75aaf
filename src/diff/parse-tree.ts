import { RevisionError } from "./revision-error.ts";

/** An entry of a tree object: a file, a folder, a link or a submodule. */
export interface TreeEntry {
  readonly kind: "file" | "folder" | "link" | "submodule";
  /** The digest of its object. */
  readonly id: string;
  /** Its path from the repository's top, with `/` between folders. */
  readonly path: string;
}

/** The entries of a tree object by name. `path` is that of the folder, `""` at the top. */
export function parseTree(content: Buffer, path: string, idBytes: number): Map<string, TreeEntry> {
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
    // Git makes no such tree, but a server may send one.
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
