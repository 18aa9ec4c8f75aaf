import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { watchFiles } from "../build/watch-files.ts";
import { watchedPaths } from "../build/watched-paths.ts";
import { configNames } from "../config/config-names.ts";
import { displayPath } from "../text/read-source.ts";
import { visible } from "../text/visible.ts";
import { buildProject } from "../api/build-project.ts";
import { openProject, type ProjectOptions } from "../api/open-project.ts";
import { printBuild, showBuild } from "./build-command.ts";
import { count } from "./output/count.ts";
import { exit } from "./output/exit-code.ts";
import type { Output } from "./output/output.ts";
import { showProgress } from "./output/show-progress.ts";

/**
 * `docwright watch`: builds now and after each change, until it is told to stop. What a page, overlay or
 * configuration with an error has made before stays.
 */
export async function runWatch(
  words: ProjectOptions,
  { json }: { readonly json?: boolean },
  output: Output,
): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const configs =
    typeof words.config === "string"
      ? [resolve(words.config)]
      : configNames.map((name) => join(process.cwd(), name));
  const isConfig = (path: string) => configs.includes(path);
  while (!stop.signal.aborted) {
    const opened = await openProject(words);
    const { project } = opened;
    const show = json === true ? printBuild : showBuild;
    const watched =
      project === undefined
        ? { paths: configs, matters: isConfig }
        : watchedPaths(project, configs);
    const folders = foldersAt(watched.paths);
    for await (const changed of watchFiles({ ...watched, signal: stop.signal })) {
      if (changed.length > 0) output.err(`${changedText(changed)}\n`);
      if (project === undefined && changed.length === 0) {
        // It may have been put right before anybody watched.
        const again = await openProject(words);
        if (again.project !== undefined) break;
        show(await buildProject(again), output);
        continue;
      }
      if (project === undefined || changed.some(isConfig)) break;
      // A folder that has come or gone, be it by a checkout of git, is watched anew.
      if (foldersAt(watched.paths) !== folders) break;
      const bar = showProgress(json === true ? undefined : output.terminal);
      const built = await buildProject(opened, bar.report);
      bar.end();
      show(built, output);
      if (changed.length === 0) output.err("watching for changes; stop with Ctrl+C\n");
    }
  }
  return exit.ok;
}

/** Which of some paths are folders, and which folders: one that was removed and made again is another. */
function foldersAt(paths: readonly string[]): string {
  const numbers = paths.map((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() === true ? stats.ino : undefined;
  });
  return JSON.stringify(numbers);
}

function changedText(paths: readonly string[]): string {
  const [first = ""] = paths;
  const shown = visible(displayPath(resolve(first)));
  return paths.length === 1 ? `${shown} changed` : `${count(paths.length, "file")} changed`;
}
