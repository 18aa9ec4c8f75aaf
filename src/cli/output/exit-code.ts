import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** Exit codes: all is well, something was found, the command was used wrongly. */
export const exit = { ok: 0, findings: 1, usage: 2 } as const;

/** How a command with these findings ends: warnings do not count. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(({ severity }) => severity === "error") ? exit.findings : exit.ok;
}
