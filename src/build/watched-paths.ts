import { basename, dirname, join, sep } from "node:path";
import type { Project } from "../config/project.ts";
import { stagingName } from "../output/staging.ts";
import { cacheFolder } from "./cache.ts";

/** The input of a build, for a watcher. */
export interface Watched {
  readonly paths: readonly string[];
  /** True if a file below these paths is input; output files lie beside it. */
  readonly matters: (path: string) => boolean;
}

/**
 * Returns the files and folders whose changes require a build. `configs` are the possible paths of
 * a configuration.
 */
export function watchedPaths(
  { specs, templates, sources }: Project,
  configs: readonly string[],
): Watched {
  const own = [...(templates === undefined ? [] : [templates])];
  const pages = sources.flatMap((source) => source.pages.map(({ path }) => path));
  const within = (path: string, folder: string) => path.startsWith(folder + sep);
  return {
    paths: [...new Set([...pages, specs, ...own, ...configs])],
    matters(path) {
      if (configs.includes(path) || own.some((folder) => within(path, folder))) return true;
      if (
        path.includes(`${sep}${stagingName}${sep}`) ||
        path.includes(`${sep}${cacheFolder}${sep}`)
      ) {
        return false;
      }
      if (path.endsWith(".md")) return pages.some((page) => path === page || within(path, page));
      if (!within(path, specs)) return false;
      const folder = dirname(path);
      if (dirname(folder) === specs) return basename(path) === "product.yaml";
      return (
        basename(folder) === "overlays" &&
        folder === join(specs, basename(dirname(folder)), "overlays")
      );
    },
  };
}
