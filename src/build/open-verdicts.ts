import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../text/read-file.ts";
import type { BuildResult } from "./build.ts";
import { digest } from "./digest.ts";
import { memoryFolder } from "./memory-files.ts";
import type { BuiltPackage } from "./memory.ts";
import type { Verified } from "./verify-package.ts";

/** What was found in packages, by their folders, and the digest of what was looked at. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** What was found in a package. */
export type Verdict = Verified & { readonly key: string };

/** What is remembered of packages, in the folder that they lie in. */
export interface VerdictFile {
  /** The verdict on a package as it is now, if there is one. */
  readonly find: (built: BuiltPackage, outputs: BuildResult["outputs"]) => Verdict | undefined;
  /** What a verdict on it as it is now is known by. */
  readonly keyOf: (built: BuiltPackage, outputs: BuildResult["outputs"]) => string;
  readonly save: (verdicts: Verdicts) => void;
}

/** Opens what is remembered of the packages in a folder. */
export function openVerdicts(output: string): VerdictFile {
  const folder = join(output, memoryFolder);
  const file = join(folder, "verdicts.json");
  const known = read(file);
  return {
    keyOf,
    find(built, outputs) {
      const earlier = known[built.folder];
      return earlier?.key === keyOf(built, outputs) ? earlier : undefined;
    },
    save(verdicts) {
      // Where no build has left anything, it is not for a check to begin.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
      if (JSON.stringify(verdicts) === JSON.stringify(known)) return;
      try {
        // A link goes, and what it leads to stays as it is.
        rmSync(file, { force: true });
        writeFileSync(file, JSON.stringify(verdicts), { flag: "wx" });
      } catch {
        // The next check finds out once more.
      }
    },
  };
}

/** The digest of a package and its specs. */
function keyOf({ folder, specs }: BuiltPackage, outputs: BuildResult["outputs"]): string {
  const own = Object.entries(outputs).filter(
    ([path]) => path.startsWith(`${folder}/`) || path.startsWith(`${specs}/`),
  );
  return digest(JSON.stringify(own));
}

function read(file: string): Verdicts {
  try {
    return JSON.parse(readFile(file).toString()) as Verdicts;
  } catch {
    return {};
  }
}
