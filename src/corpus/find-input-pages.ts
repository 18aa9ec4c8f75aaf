import { basename, dirname, relative, sep } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findPages } from "./find-pages.ts";

/** A page of a project. */
export interface InputPage {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with `/` between folders. */
  readonly file: string;
  /** Given itself, not found in a folder. */
  readonly named: boolean;
  /** The folder in the folder of specs whose `pages/` the page lies in. */
  readonly home?: string;
  /** The products that are to be built from it; nothing for all. */
  readonly only?: readonly Identity[];
}

/** Every page of a project, once. */
export function findInputPages(
  { root, specs, sources }: Project,
  diagnostics: Diagnostic[],
): InputPage[] {
  const pages = new Map<string, InputPage>();
  const inside = root + sep;
  for (const { pages: paths, only } of sources) {
    for (const { path, named, home } of findPages(paths, diagnostics)) {
      const earlier = pages.get(path);
      const all = only === undefined || (earlier !== undefined && earlier.only === undefined);
      pages.set(path, {
        path,
        file: slashes(path.startsWith(inside) ? path.slice(inside.length) : relative(root, path)),
        named: named || earlier?.named === true,
        ...(home !== undefined && dirname(home) === specs ? { home: basename(home) } : {}),
        ...(all ? {} : { only: [...(earlier?.only ?? []), only] }),
      });
    }
  }
  return [...pages.values()];
}

function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
