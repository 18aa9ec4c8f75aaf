import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Severity } from "../diagnostics/registry.ts";
import { rules } from "./rules.ts";

/** How grave a kind of contradiction is to be taken. `off`: it is not looked for. */
export type RuleSeverity = "off" | "warning" | "error";

/** Severities by rule; every rule that is not among them is a warning. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

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
