import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Packages as a consumer has them. */
export interface Installation {
  /** The consumer's folder. It has nothing else, so what the packages do not bring is not there. */
  readonly folder: string;
  /** What was installed, in the order of the sources. */
  readonly tarballs: readonly string[];
  readonly remove: () => void;
}

/** Packs the packages in folders, and installs the tarballs in a folder of its own. */
export function installPackages(...sources: readonly string[]): Installation {
  const folder = mkdtempSync(join(tmpdir(), "docwright-package-"));
  const tarballs = sources.map((source) => pack(source, folder));
  const consumer = join(folder, "consumer");
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), '{ "name": "consumer", "private": true }');
  npm(["install", "--offline", "--no-audit", "--no-fund", ...tarballs], consumer);
  return {
    folder: consumer,
    tarballs,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pack(source: string, folder: string): string {
  const work = mkdtempSync(join(folder, "work-"));
  const byProducts = new Set(["dist", "node_modules"]);
  cpSync(source, work, { recursive: true, filter: (path) => !byProducts.has(basename(path)) });
  // Its compiler is the one installed here; a consumer's `npm install` would fetch the same.
  symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
  const packed = npm(["pack", "--json", "--pack-destination", folder], work);
  const [{ filename = "" } = {}] = JSON.parse(packed.slice(packed.indexOf("["))) as {
    filename?: string;
  }[];
  return join(folder, filename);
}

/** Runs npm in a folder and gives what it prints. */
function npm(words: readonly string[], folder: string): string {
  return execFileSync("npm", words, {
    cwd: folder,
    // What npm is told in this checkout it passes on; consumers have not said that.
    env: { ...process.env, npm_config_ignore_scripts: "false" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
