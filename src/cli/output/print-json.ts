import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { exitCode, type Output } from "./output.ts";

/** Prints a result and its diagnostics as one line of JSON, and returns the exit code. */
export async function printJson(
  result: object,
  diagnostics: readonly Diagnostic[],
  { out }: Output,
): Promise<number> {
  const { diagnosticsJson } = await import("../../diagnostics/diagnostics-json.ts");
  out(`${JSON.stringify({ ...result, diagnostics: diagnosticsJson(diagnostics) })}\n`);
  return exitCode(diagnostics);
}
