import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/**
 * Returns a function that resolves a path in a folder.
 *
 * It throws where the path leads outside, by its name or through a link.
 */
export function createGuard(root: string): (path: string) => string {
  const realRoot = realPlace(root);
  const within = new Map<string, boolean>();
  const isWithin = (folder: string): boolean => {
    const known = within.get(folder);
    if (known !== undefined) return known;
    const real = realPlace(folder);
    const found = (real + sep).startsWith(realRoot + sep);
    within.set(folder, found);
    return found;
  };
  return (path) => {
    const place = resolve(root, path);
    if (place.startsWith(root + sep) && isWithin(dirname(place))) return place;
    throw new Error(`${path} leaves ${root}`);
  };
}

/** Resolves links in a path; the path may be missing. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const around = dirname(path);
    return around === path ? path : join(realPlace(around), basename(path));
  }
}
