import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BuildResult } from "./build.ts";
import { digest } from "./digest.ts";
import { toDiagnostics } from "./finding.ts";
import { memoryFolder } from "./memory-files.ts";
import type { BuiltPackage } from "./memory.ts";
import type { Verified } from "./verify-package.ts";
import { writeAnew } from "./write-anew.ts";

/** What was found in packages, by their folders, and the digest of what was looked at. */
type Verdicts = Record<string, Verified & { readonly key: string }>;

/** What was found in packages, and how their samples fared, by their folders. */
export interface PackagesVerified {
  readonly diagnostics: readonly Diagnostic[];
  readonly samples: ReadonlyMap<string, SampleCounts>;
}

/**
 * Compiles packages, and holds them against the samples of their pages. The compiler is slow to load and
 * slow to run, so what it said of a package is remembered until the package changes.
 */
export async function verifyPackages(
  project: Project,
  packages: readonly BuiltPackage[],
  { outputs, fresh }: Pick<BuildResult, "outputs" | "fresh">,
): Promise<PackagesVerified> {
  const folder = join(project.output, memoryFolder);
  const file = join(folder, "verdicts.json");
  const known = readVerdicts(file);
  const verdicts: Verdicts = {};
  const wanted = packages.map((built) => ({ built, key: keyOf(built, outputs) }));
  for (const { built, key } of wanted) {
    const earlier = known[built.folder];
    if (earlier?.key === key) verdicts[built.folder] = earlier;
    else {
      const { verifyPackage } = await import("./verify-package.ts");
      verdicts[built.folder] = { key, ...(await verifyPackage(project, built)) };
    }
  }
  // Where no build has left anything, it is not for a check to begin.
  const isLeft = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (fresh && isLeft && JSON.stringify(verdicts) !== JSON.stringify(known)) {
    writeAnew(file, JSON.stringify(verdicts));
  }
  const findings = Object.values(verdicts).flatMap((verdict) => verdict.findings);
  const samples = Object.entries(verdicts).map(
    ([folder, verdict]) => [folder, verdict.samples] as const,
  );
  return { diagnostics: toDiagnostics(findings, project.root), samples: new Map(samples) };
}

function keyOf({ folder, specs }: BuiltPackage, outputs: BuildResult["outputs"]): string {
  const own = Object.entries(outputs).filter(
    ([path]) => path.startsWith(`${folder}/`) || path.startsWith(`${specs}/`),
  );
  return digest(JSON.stringify(own));
}

function readVerdicts(file: string): Verdicts {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Verdicts;
  } catch {
    return {};
  }
}
