import { sep } from "node:path";

/** Returns a path with `/` between folders, as specs, messages and JSON use it on every system. */
export function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
