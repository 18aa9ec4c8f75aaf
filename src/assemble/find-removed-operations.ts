import { join } from "node:path";
import { readFile } from "../text/read-file.ts";

/** Finds the names of the operations in files of a package, sorted. Files without an operation count for none. */
export function findRemovedOperations(folder: string, files: readonly string[]): string[] {
  const names = files
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .flatMap((path) => actionIn(join(folder, path)) ?? []);
  return [...new Set(names)].sort();
}

/** The operation that a generated module sends; nothing for other files and missing ones. */
function actionIn(path: string): string | undefined {
  try {
    return /^ {2}action: "(\w+)",$/m.exec(readFile(path).toString().replaceAll("\r\n", "\n"))?.[1];
  } catch {
    return undefined;
  }
}
