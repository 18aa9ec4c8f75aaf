import { realpathSync } from "node:fs";

/** The path without links; nothing where there is no such file. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
