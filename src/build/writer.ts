import { lstatSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import type { Project } from "../config/project.ts";
import { HalfWritten } from "../output/half-written.ts";
import { openTransaction, type Transaction, type Written } from "../output/open-transaction.ts";
import type { Writer } from "../output/write-plan.ts";

/** Where the output of a project goes: its folders are changed together. */
export interface ProjectWriter extends Writer {
  /** Undoes a build that was interrupted. Throws where another process is at work. */
  readonly open: () => Promise<void>;
  /** Writes what the build leaves for the next one, with its output; missing where that is not to be kept. */
  readonly remember?: (path: string, content: string | Uint8Array) => void;
  /** Makes all changes seen. Throws what the file system throws. */
  readonly commit: () => void;
  /**
   * Gives all changes up for a reason. Gives that back, or a `HalfWritten` where something could not be
   * undone.
   */
  readonly abort: (cause: unknown) => unknown;
}

/** A writer that writes to the disk, and tells what it wrote. */
export interface DiskWriter extends ProjectWriter {
  /** Files written and removed, by the folder that they are in. */
  readonly written: () => ReadonlyMap<string, Written>;
}

/**
 * Opens the folders of a project to be written to. They are changed together, at the end; that of the
 * packages, where a build leaves what it knows, comes last.
 */
export function openDiskWriter({ specs, output, packages }: Project): DiskWriter {
  const roots = [specs, output, ...packages.flatMap((one) => one.output ?? [])];
  // What lies in several of them belongs to the innermost one.
  roots.sort((a, b) => b.length - a.length);
  const transactions = new Map<string, Transaction>();
  const written = new Map<string, Written>();
  /** What people are not told of, by its name in the folder of packages. */
  const remembered = new Set<string>();
  const within = (path: string) => {
    const root = roots.find((one) => path.startsWith(one + sep));
    const transaction = root === undefined ? undefined : transactions.get(root);
    if (root === undefined || transaction === undefined)
      throw new Error(`${path} leaves the project`);
    return { transaction, name: path.slice(root.length + 1) };
  };
  const inOrder = () => [...transactions].sort(([one]) => (one === output ? 1 : -1));
  return {
    async open() {
      for (const root of roots) {
        if (!transactions.has(root)) transactions.set(root, await openTransaction(root));
      }
    },
    put(path, text) {
      const { transaction, name } = within(path);
      transaction.put(name, text);
    },
    remember(path, content) {
      const { transaction, name } = within(path);
      remembered.add(name);
      transaction.put(name, content);
    },
    keep(path) {
      const { transaction, name } = within(path);
      transaction.keep(name);
    },
    remove(path) {
      // What lies where the project has nothing any more is left to its owner.
      if (!roots.some((one) => path.startsWith(one + sep))) return;
      const { transaction, name } = within(path);
      transaction.remove(name);
    },
    commit() {
      const changes = inOrder().map(([root, one]) => [root, one.commit()] as const);
      const settled: string[] = [];
      for (const [root, transaction] of inOrder()) {
        try {
          transaction.settle();
          settled.push(root);
        } catch (error) {
          // What lasts already is not undone any more.
          const outcome = `${settled.join(" and ")} is as this build makes it, and the other folders are as they were. Run docwright build again.`;
          throw settled.length === 0 ? error : new HalfWritten(error, outcome);
        }
      }
      for (const [root, change] of changes) {
        written.set(root, root === output ? withoutNames(change, remembered) : change);
      }
    },
    abort(cause) {
      const outcomes = cause instanceof HalfWritten ? [cause.outcome] : [];
      for (const [, transaction] of inOrder()) {
        try {
          transaction.abort(cause);
        } catch (error) {
          if (!(error instanceof HalfWritten)) throw error;
          outcomes.push(error.outcome);
        }
      }
      return outcomes.length === 0 ? cause : new HalfWritten(cause, outcomes.join(" "));
    },
    written: () => written,
  };
}

function withoutNames(
  { written, removed, unchanged }: Written,
  names: ReadonlySet<string>,
): Written {
  const others = written.filter((name) => !names.has(name));
  const same = names.size - (written.length - others.length);
  return { written: others, removed, unchanged: unchanged - same };
}

/** How a file on disk differs from what a build would write. */
export interface Difference {
  /** Absolute. */
  readonly path: string;
  readonly kind: "missing" | "changed" | "stale";
  /** What is there, and what should be; only of the first differences, for all would take much memory. */
  readonly texts?: { readonly old?: string; readonly new?: string };
}

/** A writer that writes nothing, and tells what would be written. */
export interface ComparingWriter extends ProjectWriter {
  readonly differences: () => readonly Difference[];
}

/** How many differences keep their texts. */
const shown = 100;

/** Opens a writer that holds the disk against what a build would write. */
export function openComparingWriter(): ComparingWriter {
  const differences: Difference[] = [];
  const removed = new Set<string>();
  const note = (path: string, kind: Difference["kind"], texts: Difference["texts"] = {}) => {
    differences.push({ path, kind, ...(differences.length < shown ? { texts } : {}) });
  };
  return {
    open: () => Promise.resolve(),
    put(path, text) {
      const found = textOf(path);
      if (found === undefined) note(path, "missing", { new: text });
      else if (plain(found) !== plain(text)) note(path, "changed", { old: found, new: text });
    },
    keep: () => undefined,
    remove(path) {
      const found = textOf(path);
      if (found === undefined || removed.has(path)) return;
      removed.add(path);
      note(path, "stale", { old: found });
    },
    commit: () => undefined,
    abort: (cause) => cause,
    differences: () => differences,
  };
}

/** Git may end lines otherwise in a checkout, which changes nothing of a text. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** The text of a file; nothing for links and folders, which are none of a build's. */
function textOf(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
