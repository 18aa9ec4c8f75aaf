import { rmSync, writeFileSync } from "node:fs";

/** Writes a file in the place of what stands there: a link goes, and what it leads to stays as it is. */
export function replaceFile(path: string, data: string | Uint8Array): void {
  rmSync(path, { force: true });
  writeFileSync(path, data, { flag: "wx" });
}
