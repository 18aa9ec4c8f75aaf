import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";

/** Writes into a folder; where that fails, the reason is among the findings. */
export async function tryWrite<T>(
  folder: string,
  write: () => T | Promise<T>,
  diagnostics: Diagnostic[],
): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    const reason = (error as Error).message;
    reportPath(folder, "output/unwritable", { reason }, diagnostics);
    return undefined;
  }
}
