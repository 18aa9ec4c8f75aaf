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
  /** The absolute path. */
  readonly path: string;
  /** The path relative to the project, with `/` separators. */
  readonly file: string;
  /**
   * Relative to the folder that was given. A page that is named itself is relative to the configured folder that it
   * lies in, or to its own.
   */
  readonly shown: string;
  /** True if the page was given by name, not found in a folder. */
  readonly named: boolean;
  /** True if the page was requested. Others only contribute the conventions of their product. */
  readonly asked: boolean;
  /**
   * Its place from the name of that folder on, where it lies outside the project in a folder that was given as an
   * absolute path.
   */
  readonly name?: string;
  /** The folder in the folder of specs whose `pages/` the page lies in. */
  readonly productFolder?: string;
  /** Set if the configuration ignores the page. */
  readonly ignored?: true;
  /** The reason it is not read: a link, or an unreadable folder. */
  readonly unread?: Unread;
  /** The products to build from it; absent for all. */
  readonly only?: readonly Identity[];
}

/** The reason an entry of a folder of pages is not read. */
export interface Unread {
  readonly reason: string;
  /** True if it may hide pages that are read nowhere else. */
  readonly loses: boolean;
}

/**
 * Finds all pages of a project, each once, and the links and folders that are skipped. A file path
 * is a page; a folder is searched for `*.md`. Links are not followed.
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
      // Without a configuration, pages lie among the specs, if any.
      const isOptional = from.path === specs && !existsSync(specs);
      if (isOptional) continue;
      for (const found of pagesAt(from, diagnostics)) add(found, from, true, only);
    }
  }
  // Neighbours of single pages were not requested, so a missing one is not reported.
  for (const { pages: paths, only } of around) {
    for (const from of paths) for (const found of pagesAt(from, [])) add(found, from, false, only);
  }
  return [...pages.values()];
}

/**
 * Compiles an entry of `ignore` to a test of paths; matches include everything below. An entry is a
 * path, or a pattern with `*`, `**` and `?`, relative to the configuration.
 */
export function ignoreMatcher(entry: string, root: string): (path: string) => boolean {
  if (!/[*?]/.test(relative(root, entry))) {
    return (path) => path === entry || path.startsWith(entry + sep);
  }
  // Other special characters of picomatch are escaped, because names may contain them.
  const pattern = slashes(relative(root, entry)).replaceAll(/[\\()[\]{}!+@|^$]/g, "\\$&");
  const matches = picomatch([pattern, `${pattern}/**`], { dot: true });
  return (path) => matches(slashes(relative(root, path)));
}

/** Returns the outcome of a page that is not read. */
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
  /** The searched folder, with links resolved. */
  readonly top: string;
  /** The prefix of shown names. */
  readonly before: string;
}

/** Adds the pages of a folder, sorted by name. */
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
        // The separator at the end distinguishes the folder from a page.
        const unread = { reason: message, loses: true };
        found.push({ path: path + sep, shown: `${shown}/`, named: false, unread });
      }
    } else if (entry.isSymbolicLink()) {
      const unread = describeLink(path, entry, top);
      if (unread !== undefined) found.push({ path, shown, named: false, unread });
    } else if (entry.name.endsWith(".md")) {
      // Pipes and devices are rejected on reading.
      found.push({ path, shown, named: false });
    }
  }
}

/**
 * Returns the reason a link to a page or folder is not followed; `undefined` for links to other
 * files.
 */
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

/** Returns the product version's folder, below the folder of specs, whose `pages/` contains a page. */
function productFolderOf(page: string, specs: string): string | undefined {
  if (!page.startsWith(specs + sep)) return undefined;
  const [folder, pages, name] = relative(specs, page).split(sep);
  return pages === "pages" && name !== undefined ? folder : undefined;
}
