import {
  existsSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Dirent,
} from "node:fs";
import { basename, join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { namePage } from "../config/locate-page.ts";
import type { Identity, PagePath, Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { PageOutcome } from "./page-outcome.ts";
import { slashes } from "../text/slashes.ts";

/** A page of a project. */
export interface InputPage {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with `/` between folders. */
  readonly file: string;
  /**
   * Relative to the folder that was given. A page that is named itself is relative to the configured folder that it
   * lies in, or to its own.
   */
  readonly shown: string;
  /** Given itself, not found in a folder. */
  readonly named: boolean;
  /** Part of what was asked for. The others only tell what the pages of their product have in common. */
  readonly asked: boolean;
  /**
   * Its place from the name of that folder on, where it lies outside the project in a folder that was given as an
   * absolute path.
   */
  readonly name?: string;
  /** The folder in the folder of specs whose `pages/` the page lies in. */
  readonly productFolder?: string;
  /** The configuration leaves it out on purpose. */
  readonly ignored?: true;
  /** The reason why it is not read: it is a link, or a folder that cannot be listed. */
  readonly unread?: Unread;
  /** The products that are to be built from it; nothing for all. */
  readonly only?: readonly Identity[];
}

/** Why something in a folder of pages is not read. */
export interface Unread {
  readonly reason: string;
  /** Pages may be behind it that are read nowhere else. */
  readonly loses: boolean;
}

/**
 * Every page of a project, once, and the links and folders that are not entered. A path that is a file is a page; a folder is searched for `*.md`. Links
 * are not followed.
 */
export function findPages(
  { root, specs, sources, around, ignore }: Project,
  diagnostics: Diagnostic[],
): InputPage[] {
  const pages = new Map<string, InputPage>();
  const inside = root + sep;
  const ignores = ignore.map((entry) => ignoreMatcher(entry, root));
  const add = (found: FoundPage, from: PagePath, asked: boolean, only?: Identity) => {
    const { path } = found;
    const isIgnored = ignores.some((matches) => matches(path));
    const earlier = pages.get(path);
    if (earlier?.asked === true && !asked) {
      if (earlier.named && !found.named) pages.set(path, { ...earlier, shown: found.shown });
      return;
    }
    const all = only === undefined || (earlier !== undefined && earlier.only === undefined);
    const productFolder = productFolderOf(path, specs);
    pages.set(path, {
      path,
      file: slashes(path.startsWith(inside) ? path.slice(inside.length) : relative(root, path)),
      shown: earlier?.shown ?? found.shown,
      named: found.named || earlier?.named === true,
      asked,
      ...(from.absolute && !path.startsWith(inside)
        ? { name: namePage(path, from, found.named) }
        : {}),
      ...(productFolder === undefined ? {} : { productFolder }),
      ...(isIgnored ? { ignored: true } : {}),
      ...(found.unread === undefined ? {} : { unread: found.unread }),
      ...(all ? {} : { only: [...(earlier?.only ?? []), only] }),
    });
  };
  for (const { pages: paths, only } of sources) {
    for (const from of paths) {
      // Without a configuration pages lie among the specs, if there are any.
      const isOptional = from.path === specs && !existsSync(specs);
      if (isOptional) continue;
      for (const found of pagesAt(from, diagnostics)) add(found, from, true, only);
    }
  }
  // Neighbours of single pages: nobody asked for them, so a missing one is not reported.
  for (const { pages: paths, only } of around) {
    for (const from of paths) for (const found of pagesAt(from, [])) add(found, from, false, only);
  }
  return [...pages.values()];
}

/**
 * Tells which paths an entry of `ignore` leaves out, and all below them: a path, or a pattern with `*`, `**` and
 * `?`, from the folder of the configuration on.
 */
export function ignoreMatcher(entry: string, root: string): (path: string) => boolean {
  if (!/[*?]/.test(relative(root, entry))) {
    return (path) => path === entry || path.startsWith(entry + sep);
  }
  // Other characters that picomatch knows are ordinary ones of names.
  const pattern = slashes(relative(root, entry)).replaceAll(/[\\()[\]{}!+@|^$]/g, "\\$&");
  const matches = picomatch([pattern, `${pattern}/**`], { dot: true });
  return (path) => matches(slashes(relative(root, path)));
}

/** The outcome of a page that is not read. */
export function unreadOutcome({ file, ignored, unread }: InputPage): PageOutcome {
  if (ignored === true) {
    return { file, state: "ignored", reason: "the configuration leaves it out" };
  }
  if (unread === undefined) return { file, state: "refused", reason: "it cannot be read" };
  return { file, state: unread.loses ? "refused" : "skipped", reason: unread.reason };
}

type FoundPage = Pick<InputPage, "path" | "shown" | "named" | "unread">;

function pagesAt({ path }: PagePath, diagnostics: Diagnostic[]): FoundPage[] {
  const found: FoundPage[] = [];
  try {
    if (statSync(path).isDirectory()) walk(path, { top: realpathSync(path), before: "" }, found);
    else found.push({ path, shown: basename(path), named: true });
  } catch (error) {
    reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
  }
  for (const { path: place, unread } of found) {
    if (unread === undefined || !place.endsWith(sep)) continue;
    reportPath(place.slice(0, -1), "file/unreadable", { reason: unread.reason }, diagnostics);
  }
  return found;
}

interface Walk {
  /** The folder that was asked for, without links. */
  readonly top: string;
  /** The folders before the names that are shown. */
  readonly before: string;
}

/** Adds the pages of a folder, in the order of their names. */
function walk(folder: string, { top, before }: Walk, found: FoundPage[]): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const shown = before + entry.name;
    if (entry.isDirectory()) {
      try {
        walk(path, { top, before: `${shown}/` }, found);
      } catch (error) {
        const { message } = error as Error;
        // A page inside would have the same path without its name.
        const unread = { reason: message, loses: true };
        found.push({ path: path + sep, shown: `${shown}/`, named: false, unread });
      }
    } else if (entry.isSymbolicLink()) {
      const unread = describeLink(path, entry, top);
      if (unread !== undefined) found.push({ path, shown, named: false, unread });
    } else if (entry.name.endsWith(".md")) {
      // A pipe or a device is refused where it is read.
      found.push({ path, shown, named: false });
    }
  }
}

/** Why a link to a page or a folder is not followed; nothing where it leads to other files. */
function describeLink(path: string, { name }: Dirent, top: string): Unread | undefined {
  const leads = `it is a link to ${slashes(readlinkSync(path))}`;
  let target: string;
  try {
    target = realpathSync(path);
  } catch {
    return name.endsWith(".md") ? { reason: `${leads}, where nothing is`, loses: true } : undefined;
  }
  if (!name.endsWith(".md") && !statSync(target).isDirectory()) return undefined;
  const isRead = target === top || target.startsWith(top + sep);
  const reason = isRead ? `${leads}, which is read itself` : `${leads}, and links are not followed`;
  return { reason, loses: !isRead };
}

/** The folder of a product's version, in the folder of specs, whose `pages/` a page lies in. */
function productFolderOf(page: string, specs: string): string | undefined {
  if (!page.startsWith(specs + sep)) return undefined;
  const [folder, pages, name] = relative(specs, page).split(sep);
  return pages === "pages" && name !== undefined ? folder : undefined;
}
