import { sep } from "node:path";

/** A path with `/` between folders, as specs, messages and JSON name files on every system. */
export function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
