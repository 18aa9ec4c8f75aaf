import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** Finds the place of a path in a folder; throws where that is outside, by its name or through a link. */
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

/** Where a path leads to; of what is not there, where it would be. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const around = dirname(path);
    return around === path ? path : join(realPlace(around), basename(path));
  }
}
