import type { RuleSeverities } from "../config/config.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code, Severity } from "../diagnostics/registry.ts";

/** A kind of contradiction. */
export interface Rule {
  readonly code: Code;
  /** A sentence that describes the rule. */
  readonly summary: string;
}

/** All rules. */
export const rules: readonly Rule[] = [
  {
    code: "lint/request-lacks-required",
    summary: "A sample request lacks a parameter that its row says is required.",
  },
  {
    code: "lint/request-unknown-parameter",
    summary: "A sample request sends a parameter that no row documents.",
  },
  {
    code: "lint/request-value",
    summary: "A sample request sends a value that its row does not allow.",
  },
  { code: "lint/example-value", summary: "The example in a row is no value that the row allows." },
  { code: "lint/default-value", summary: "The default of a row is no value that the row allows." },
  {
    code: "lint/response-unknown-member",
    summary: "A sample answer has a member that no row documents, beside others that have one.",
  },
  {
    code: "lint/response-type",
    summary: "A sample answer has a value of another type than its row.",
  },
  { code: "lint/error-status", summary: "An error has two HTTP statuses." },
  {
    code: "lint/pages-disagree",
    summary: "Two pages of one operation, in two languages or of two dates, contradict each other.",
  },
  { code: "derive/duplicate-parameter", summary: "A parameter is documented by two rows." },
  {
    code: "derive/conflicting-parameter",
    summary: "One row says that a parameter is a value, another that it is a list or an object.",
  },
  { code: "derive/unclear-default", summary: "The default of a row is no value of its type." },
];

/** Applies the requested severities. Diagnostics of other codes keep their own. */
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
