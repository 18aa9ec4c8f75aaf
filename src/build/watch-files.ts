import { existsSync, lstatSync } from "node:fs";
import { dirname, sep } from "node:path";
import { watch } from "chokidar";

/** The paths to watch, and the end of the watch. */
export interface WatchOptions {
  /** Absolute files and folders. Missing ones are watched once they exist. */
  readonly paths: readonly string[];
  /** True if a change of the file is relevant. */
  readonly matters: (path: string) => boolean;
  readonly signal: AbortSignal;
}

/**
 * The delay that collects more changes after one, in milliseconds: editors and git write in bursts.
 */
const quiet = 50;

/** Yields batches of changes until the signal aborts. */
export async function* watchFiles({
  paths,
  matters,
  signal,
}: WatchOptions): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const isWatched = (path: string) =>
    paths.some((one) => isWithin(path, one) || isWithin(one, path));
  // As in the search for pages, link targets are ignored unless they were requested.
  const isLink = (path: string) =>
    paths.some((one) => path !== one && isWithin(path, one)) &&
    lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const watcher = watch([...new Set(paths.map(existing))], {
    ignoreInitial: true,
    // A file is empty for a moment while it is written.
    awaitWriteFinish: { stabilityThreshold: quiet, pollInterval: quiet / 5 },
    ignored: (path, stats) =>
      !isWatched(path) || isLink(path) || (stats?.isFile() === true && !matters(path)),
  });
  watcher.on("all", (event, path) => {
    if (event === "addDir" || event === "unlinkDir" || !matters(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake?.(), quiet);
  });
  signal.addEventListener("abort", () => wake?.());
  try {
    await new Promise<void>((done) => watcher.once("ready", done));
    // Changes that arrive while the caller is busy are yielded at once.
    yield [];
    while (!signal.aborted) {
      if (changed.size === 0) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      const batch = [...changed].sort();
      changed.clear();
      if (batch.length > 0) yield batch;
    }
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}

/**
 * Returns a path, or its nearest existing ancestor. The watcher picks up a missing path only some
 * time after its ready event.
 */
function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
