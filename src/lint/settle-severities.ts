import type { RuleSeverities } from "../config/config.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Severity } from "../diagnostics/registry.ts";
import { rules } from "./rules.ts";

/** Findings with the severities that are wanted of them. What is not a rule's keeps its own. */
export function settleSeverities(
  diagnostics: readonly Diagnostic[],
  wanted: RuleSeverities,
): Diagnostic[] {
  const known = new Set<string>(rules.map(({ code }) => code));
  return diagnostics.flatMap((one): Diagnostic[] => {
    if (!known.has(one.code)) return [one];
    const severity: Severity | "off" = wanted[one.code] ?? "warning";
    return severity === "off" ? [] : [{ ...one, severity }];
  });
}
