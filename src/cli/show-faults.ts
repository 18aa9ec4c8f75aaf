import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** Says what kept a command from beginning, to people or to a program. */
export function showFaults(
  diagnostics: readonly Diagnostic[],
  json: boolean | undefined,
  output: Output,
): number {
  if (json !== true) return showDiagnostics(diagnostics, output);
  output.out(`${JSON.stringify({ diagnostics: diagnosticsJson(diagnostics) })}\n`);
  return exitCode(diagnostics);
}
