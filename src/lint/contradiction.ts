import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/registry.ts";
import type { Source, Span } from "../text/source.ts";

/** A finding with both of its sides: where it stands, and what it contradicts. */
export function contradiction<C extends Code>(
  code: C,
  parameters: Parameters<C>,
  { source, span }: { readonly source: Source; readonly span: Span },
  related: readonly RelatedPlace[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  createReporter(source, diagnostics)(code, span, parameters);
  return diagnostics.map((one) => ({ ...one, related }));
}
