import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPackage } from "../assemble/product-cache.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { digest } from "../text/digest.ts";
import { readFile } from "../text/read-file.ts";
import type { BuildResult } from "./build.ts";
import { cacheFolder } from "./cache.ts";

/** The results of compiling a package and testing its samples. */
export interface CheckedPackage {
  readonly diagnostics: readonly StoredDiagnostic[];
  readonly samples: SampleCounts;
}

/** Check results by package folder, each with a digest of its input. */
export type CheckResults = Readonly<Record<string, CheckResult>>;

/** The result of a check of a package. */
export type CheckResult = CheckedPackage & { readonly key: string };

/** A cache of check results, in the folder of packages. */
export interface CheckCache {
  /** Returns the result for the current package, if any. */
  readonly find: (built: BuiltPackage, outputs: BuildResult["outputs"]) => CheckResult | undefined;
  /** Returns the digest that identifies the current package's result. */
  readonly keyOf: (built: BuiltPackage, outputs: BuildResult["outputs"]) => string;
  readonly save: (results: CheckResults) => void;
}

/** Opens the check results of the packages in a folder. */
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
      // A check saves nothing in a folder without a build.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
      if (JSON.stringify(results) === JSON.stringify(known)) return;
      try {
        // A link is deleted; its target stays.
        rmSync(file, { force: true });
        writeFileSync(file, JSON.stringify(results), { flag: "wx" });
      } catch {
        // Ignored: the next check repeats the work.
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
