import type { SampleCounts } from "../check/sample-fault.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BuildResult } from "./build.ts";
import { toDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { BuiltPackage } from "./memory.ts";
import { openVerdicts, type Verdict } from "./open-verdicts.ts";

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
  const file = openVerdicts(project.output);
  const verdicts: Record<string, Verdict> = {};
  for (const built of packages) {
    const earlier = file.find(built, outputs);
    if (earlier !== undefined) verdicts[built.folder] = earlier;
    else {
      const { verifyPackage } = await import("./verify-package.ts");
      const key = file.keyOf(built, outputs);
      verdicts[built.folder] = { key, ...(await verifyPackage(project, built)) };
    }
  }
  if (fresh) file.save(verdicts);
  const findings = Object.values(verdicts).flatMap((verdict) => verdict.findings);
  const samples = Object.entries(verdicts).map(
    ([folder, verdict]) => [folder, verdict.samples] as const,
  );
  return { diagnostics: toDiagnostics(findings, project.root), samples: new Map(samples) };
}
