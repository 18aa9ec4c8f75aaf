import { lstatSync, readFileSync } from "node:fs";
import type { ProjectSink } from "./build.ts";

/** How a file on disk differs from what a build would write. */
export interface Difference {
  /** Absolute. */
  readonly path: string;
  readonly kind: "missing" | "changed" | "stale";
  /** What is there, and what should be; only of the first differences, for all would take much memory. */
  readonly texts?: { readonly old?: string; readonly new?: string };
}

/** A sink that writes nothing, and tells what would be written. */
export interface ComparingSink extends ProjectSink {
  readonly differences: () => readonly Difference[];
}

/** How many differences keep their texts. */
const shown = 100;

/** Opens a sink that holds the disk against what a build would write. */
export function openComparingSink(): ComparingSink {
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
