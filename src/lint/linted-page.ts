import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/registry.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import type { Member, Operation } from "../spec/operation.ts";
import type { Source, Span } from "../text/source.ts";

/** A page and its derived facts, as input of the rules. */
export interface LintedPage {
  readonly page: Page;
  readonly operation: Operation;
  readonly request: readonly LintedMember[];
  readonly response: readonly LintedMember[];
}

/** A member and its row. */
export interface LintedMember {
  /** `PortRanges[].FromPort` */
  readonly path: string;
  readonly member: Member;
  /** Missing if only other rows or samples name the member. */
  readonly row?: ParameterRow;
}

/** Creates a diagnostic with both sides of a contradiction. */
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
