import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Packs a generated package and installs the tarball in a folder of its own, as a consumer does. The
 * folder has nothing else, so what the package does not bring is not there.
 */
export function installPackage(name: string): {
  readonly folder: string;
  readonly tarball: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "docwright-package-"));
  const work = join(folder, "work");
  const byProducts = new Set(["dist", "node_modules"]);
  cpSync(join(root, "generated", name), work, {
    recursive: true,
    filter: (path) => !byProducts.has(basename(path)),
  });
  // Its compiler is the one installed here; a consumer's `npm install` would fetch the same.
  symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
  const packed = npm(["pack", "--json", "--pack-destination", folder], work);
  const [{ filename = "" } = {}] = JSON.parse(packed.slice(packed.indexOf("["))) as {
    filename?: string;
  }[];
  const consumer = join(folder, "consumer");
  mkdirSync(consumer);
  writeFileSync(
    join(consumer, "package.json"),
    JSON.stringify({ name: "consumer", private: true }),
  );
  npm(["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], consumer);
  return { folder: consumer, tarball: join(folder, filename) };
}

/** Runs npm in a folder and gives what it prints. */
function npm(words: readonly string[], folder: string): string {
  return execFileSync("npm", words, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
