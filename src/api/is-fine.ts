import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Whether none of some findings is an error. */
export function isFine(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}
