import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { exitCode, type Output } from "./output.ts";

/** Prints a result as a line of JSON that ends with its findings, and says how the command ends. */
export async function printJson(
  result: object,
  diagnostics: readonly Diagnostic[],
  { out }: Output,
): Promise<number> {
  const { diagnosticsJson } = await import("../../diagnostics/diagnostics-json.ts");
  out(`${JSON.stringify({ ...result, diagnostics: diagnosticsJson(diagnostics) })}\n`);
  return exitCode(diagnostics);
}
