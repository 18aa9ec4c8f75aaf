import type { Command } from "commander";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Session } from "../../build/produce.ts";
import { visible } from "../../text/visible.ts";
import {
  addProjectOptions,
  projectFiles,
  pruneOption,
  type ProjectFlags,
} from "../options/add-project-options.ts";
import { createCommand, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import { exit, type Output } from "../output/output.ts";
import { showProgress } from "../output/show-progress.ts";
import { showBuild } from "./build.ts";

interface WatchFlags extends ProjectFlags {
  readonly prune?: boolean;
  readonly json?: boolean;
}

/** `docwright watch`: builds at once and after each change, until it is stopped. */
export function watchCommand({ output, end }: Context): Command {
  const command = createCommand("watch", {
    summary: "build now and after each change",
    description:
      "Builds, and builds again whenever a page, an overlay, product.yaml, a template or the configuration " +
      "changes, until Ctrl+C. While something has an error, what it made before stays.",
    files: projectFiles,
    examples: [["docwright watch", "what docwright.config.* says"]],
  });
  return addProjectOptions(command)
    .addOption(pruneOption())
    .option("--json", "print a line of JSON for each build, for programs")
    .action(async (pages: string[], flags: WatchFlags) => {
      end(await runWatch(pages, flags, output));
    });
}

/** Builds repeatedly. A page, overlay or configuration with an error keeps its earlier output. */
async function runWatch(
  pages: readonly string[],
  { json = false, prune = false, ...flags }: WatchFlags,
  output: Output,
): Promise<number> {
  const { buildProject } = await import("../../api/build-project.ts");
  const { openProject } = await import("../../api/open-project.ts");
  const { watchFiles } = await import("../../build/watch-files.ts");
  const { watchedPaths } = await import("../../build/watched-paths.ts");
  const { configNames } = await import("../../config/find-configs.ts");
  const options = { ...flags, pages };
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const configs =
    options.config === undefined
      ? configNames.map((name) => join(process.cwd(), name))
      : [resolve(options.config)];
  // Operations removed step by step count as one removal.
  const session: Session = new Map();
  const isConfig = (path: string) => configs.includes(path);
  while (!stop.signal.aborted) {
    const opened = await openProject(options);
    const { project } = opened;
    const watched =
      project === undefined
        ? { paths: configs, matters: isConfig }
        : watchedPaths(project, configs);
    const folders = foldersAt(watched.paths);
    for await (const changed of watchFiles({ ...watched, signal: stop.signal })) {
      if (changed.length > 0) output.err(`${await changedText(changed)}\n`);
      if (project === undefined && changed.length === 0) {
        // The configuration may have been fixed before the watch began.
        const again = await openProject(options);
        if (again.project !== undefined) break;
        await showBuild(await buildProject(again, { prune, session }), json, output);
        continue;
      }
      if (project === undefined || changed.some(isConfig)) break;
      // The watch restarts after a folder appears or disappears, for example by a git checkout.
      if (foldersAt(watched.paths) !== folders) break;
      const bar = showProgress(json ? undefined : output.terminal);
      const built = await buildProject(opened, { prune, session, progress: bar.report });
      bar.end();
      await showBuild(built, json, output);
      if (changed.length === 0) output.err("watching for changes; stop with Ctrl+C\n");
    }
  }
  return exit.ok;
}

/** Identifies the folders among some paths by inode, because a recreated folder is another one. */
function foldersAt(paths: readonly string[]): string {
  const numbers = paths.map((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() === true ? stats.ino : undefined;
  });
  return JSON.stringify(numbers);
}

async function changedText(paths: readonly string[]): Promise<string> {
  if (paths.length > 1) return `${count(paths.length, "file")} changed`;
  const { displayPath } = await import("../../text/read-source.ts");
  const [first = ""] = paths;
  return `${visible(displayPath(resolve(first)))} changed`;
}
