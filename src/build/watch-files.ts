import { existsSync, lstatSync } from "node:fs";
import { dirname, sep } from "node:path";
import { watch } from "chokidar";

/** What to watch, and until when. */
export interface WatchOptions {
  /** Files and folders, absolute. Those that are not there yet count once they are. */
  readonly paths: readonly string[];
  /** Whether a change of a file matters. */
  readonly matters: (path: string) => boolean;
  readonly signal: AbortSignal;
}

/** How long after a change others are waited for, in milliseconds: editors and git write in bursts. */
const quiet = 50;

/** Tells of changes, those of a moment together, until the signal is aborted. */
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
  // As pages are found: what a link leads to does not count, unless it was asked for itself.
  const isLink = (path: string) =>
    paths.some((one) => path !== one && isWithin(path, one)) &&
    lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const watcher = watch([...new Set(paths.map(existing))], {
    ignoreInitial: true,
    // A file that is being written is empty for a moment.
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
    // What came while the caller was busy is told at once.
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
 * A path, or the nearest folder above it that is there: a path that is not is watched only some time
 * after the watcher says that it is ready.
 */
function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
