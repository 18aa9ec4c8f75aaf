import { displayPath } from "../text/read-source.ts";
import { createSource } from "../text/source.ts";
import { createReporter } from "./create-reporter.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Code, Parameters } from "./registry.ts";

/** Adds a finding about a file or folder as a whole: one that cannot be read, or is not there. */
export function reportPath<C extends Code>(
  path: string,
  code: C,
  parameters: Parameters<C>,
  diagnostics: Diagnostic[],
): void {
  const report = createReporter(createSource(displayPath(path), ""), diagnostics);
  report(code, { start: 0, end: 0 }, parameters);
}
