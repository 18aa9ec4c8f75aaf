import { resolve } from "node:path";
import { watchFiles } from "../build/watch-files.ts";
import { watchedPaths } from "../build/watched-paths.ts";
import { displayPath } from "../text/read-source.ts";
import { buildProject } from "../api/build-project.ts";
import { openProject, type ProjectOptions } from "../api/open-project.ts";
import { printBuild, showBuild } from "./build-command.ts";
import { count } from "./count.ts";
import { exit } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showProgress } from "./show-progress.ts";

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
  while (!stop.signal.aborted) {
    const opened = await openProject(words);
    const { project, file } = opened;
    const show = json === true ? printBuild : showBuild;
    const watched =
      project === undefined
        ? { paths: file === undefined ? [process.cwd()] : [file], matters: isConfig }
        : watchedPaths(project, file);
    for await (const changed of watchFiles({ ...watched, signal: stop.signal })) {
      if (changed.length > 0) output.err(`${changedText(changed)}\n`);
      if (project === undefined && changed.length === 0) {
        // It may have been put right before anybody watched.
        const again = await openProject(words);
        if (again.project !== undefined) break;
        show(await buildProject(again), output);
        continue;
      }
      if (project === undefined || changed.some((path) => path === file)) break;
      const bar = showProgress(json === true ? undefined : output.terminal);
      const built = await buildProject(opened, bar.report);
      bar.end();
      show(built, output);
      if (changed.length === 0) output.err("watching for changes; stop with Ctrl+C\n");
    }
  }
  return exit.ok;
}

function isConfig(path: string): boolean {
  return /(?:^|[\\/])docwright\.config\.[a-z]+$/.test(path);
}

function changedText(paths: readonly string[]): string {
  const [first = ""] = paths;
  const shown = displayPath(resolve(first));
  return paths.length === 1 ? `${shown} changed` : `${count(paths.length, "file")} changed`;
}
