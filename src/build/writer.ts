import { lstatSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import type { Project } from "../config/project.ts";
import { HalfWritten } from "../output/half-written.ts";
import { openTransaction, type Transaction, type Written } from "../output/open-transaction.ts";
import type { Writer } from "../output/write-plan.ts";

/** A writer for all output folders of a project, which change together. */
export interface ProjectWriter extends Writer {
  /** Rolls back an interrupted build. Throws if another process is writing. */
  readonly open: () => Promise<void>;
  /** Writes cache files together with the output; missing if the cache is not kept. */
  readonly remember?: (path: string, content: string | Uint8Array) => void;
  /** Makes all changes visible. Throws errors of the file system. */
  readonly commit: () => void;
  /** Rolls back all changes. Returns `cause`, or a `HalfWritten` if the rollback is incomplete. */
  readonly abort: (cause: unknown) => unknown;
}

/** A writer to the disk that records its changes. */
export interface DiskWriter extends ProjectWriter {
  /** Written and removed files, by folder. */
  readonly written: () => ReadonlyMap<string, Written>;
}

/**
 * Opens the output folders of a project. They change together, at the end. The folder of packages
 * comes last, because it contains the cache.
 */
export function openDiskWriter({ specs, output, packages }: Project): DiskWriter {
  const roots = [specs, output, ...packages.flatMap((one) => one.output ?? [])];
  // A file in nested output folders belongs to the innermost one.
  roots.sort((a, b) => b.length - a.length);
  const transactions = new Map<string, Transaction>();
  const written = new Map<string, Written>();
  /** Unreported files, by name in the folder of packages. */
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
      // Files outside the project's current folders belong to someone else.
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
          // Committed folders are not rolled back.
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

/** A difference between a file on disk and a build's output. */
export interface Difference {
  /** The absolute path. */
  readonly path: string;
  readonly kind: "missing" | "changed" | "stale";
  /** The current and the expected text; only for the first differences, to save memory. */
  readonly texts?: { readonly old?: string; readonly new?: string };
}

/** A writer that writes nothing, and lists the changes instead. */
export interface ComparingWriter extends ProjectWriter {
  readonly differences: () => readonly Difference[];
}

/** The number of differences that keep their texts. */
const shown = 100;

/** Opens a writer that compares the disk with a build's output. */
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

/** Normalizes line ends, because git may convert them in a checkout. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Returns the text of a file; `undefined` for links and folders, which a build never writes. */
function textOf(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
