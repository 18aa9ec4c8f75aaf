import { sep } from "node:path";
import type { Project } from "../config/project.ts";
import { openTransaction, type Transaction, type Written } from "../output/open-transaction.ts";
import type { ProjectSink } from "./build.ts";

/** A sink that writes to the disk, and tells what it wrote. */
export interface DiskSink extends ProjectSink {
  /** Files written and removed, by the folder that they are in. */
  readonly written: () => ReadonlyMap<string, Written>;
}

/** Opens the folders of a project to be written to. They are changed together, at the end. */
export function openSink({ specs, output, packages }: Project): DiskSink {
  const roots = [specs, output, ...packages.flatMap((one) => one.output ?? [])];
  // What lies in several of them belongs to the innermost one.
  roots.sort((a, b) => b.length - a.length);
  const transactions = new Map<string, Transaction>();
  const written = new Map<string, Written>();
  const within = (path: string) => {
    const root = roots.find((one) => path.startsWith(one + sep));
    if (root === undefined) throw new Error(`${path} leaves the project`);
    const transaction = transactions.get(root) ?? openTransaction(root);
    transactions.set(root, transaction);
    return { transaction, name: path.slice(root.length + 1) };
  };
  return {
    remembers: true,
    put(path, text) {
      const { transaction, name } = within(path);
      transaction.put(name, text);
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
      const changes = [...transactions].map(([root, one]) => [root, one.commit()] as const);
      for (const transaction of transactions.values()) transaction.settle();
      for (const [root, change] of changes) written.set(root, change);
    },
    abort() {
      for (const transaction of transactions.values()) transaction.abort();
    },
    written: () => written,
  };
}
