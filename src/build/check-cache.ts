import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPackage } from "../assemble/product-cache.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { digest } from "../text/digest.ts";
import { readFile } from "../text/read-file.ts";
import type { BuildResult } from "./build.ts";
import { cacheFolder } from "./cache.ts";

/** What compiling a package and trying its samples has found. */
export interface CheckedPackage {
  readonly diagnostics: readonly StoredDiagnostic[];
  readonly samples: SampleCounts;
}

/** The results of checks by the packages' folders, each with the digest of what was checked. */
export type CheckResults = Readonly<Record<string, CheckResult>>;

/** The result of a check of a package. */
export type CheckResult = CheckedPackage & { readonly key: string };

/** The results of earlier checks, in the folder of packages. */
export interface CheckCache {
  /** The result for a package as it is now, if there is one. */
  readonly find: (built: BuiltPackage, outputs: BuildResult["outputs"]) => CheckResult | undefined;
  /** The digest by which a result for it as it is now is known. */
  readonly keyOf: (built: BuiltPackage, outputs: BuildResult["outputs"]) => string;
  readonly save: (results: CheckResults) => void;
}

/** Opens the results of checks of the packages in a folder. */
export function openCheckCache(output: string): CheckCache {
  const folder = join(output, cacheFolder);
  const file = join(folder, "checks.json");
  const known = read(file);
  return {
    keyOf,
    find(built, outputs) {
      const earlier = known[built.folder];
      return earlier?.key === keyOf(built, outputs) ? earlier : undefined;
    },
    save(results) {
      // Where no build has left anything, a check does not begin.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
      if (JSON.stringify(results) === JSON.stringify(known)) return;
      try {
        // A link goes, and the file that it leads to stays as it is.
        rmSync(file, { force: true });
        writeFileSync(file, JSON.stringify(results), { flag: "wx" });
      } catch {
        // The next check finds the same again.
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

function read(file: string): CheckResults {
  try {
    return JSON.parse(readFile(file).toString()) as CheckResults;
  } catch {
    return {};
  }
}
