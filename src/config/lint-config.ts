/** How grave a rule's findings are. `off`: it does not look for any. */
export type RuleSeverity = "off" | "warning" | "error";

/** Severities by rule; every rule that is not among them is a warning. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

/** What a configuration says of `docwright lint`. */
export interface LintConfig {
  /** Severities by rule: `{ "lint/response-type": "off" }`. Default: every rule is a warning. */
  readonly rules?: RuleSeverities;
}
