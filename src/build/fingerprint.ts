import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../config/package-root.ts";
import { digest } from "../text/digest.ts";

/** What docwright's output depends on besides its input: its code, templates and runtime. */
const folders = ["dist/bin", "schemas", "src/runtime", "templates"];

/** Digest of docwright itself: another version, or the same one changed, makes everything anew. */
export function fingerprint(): string {
  const digests = folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => digest(readFileSync(path))),
  );
  return digest(digests.join());
}
