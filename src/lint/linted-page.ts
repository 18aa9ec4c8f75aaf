import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/registry.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import type { Member, Operation } from "../spec/operation.ts";
import type { Source, Span } from "../text/source.ts";

/** A page with what is read from it, as rules look at it. */
export interface LintedPage {
  readonly page: Page;
  readonly operation: Operation;
  readonly request: readonly LintedMember[];
  readonly response: readonly LintedMember[];
}

/** A member, and the row that it comes from. */
export interface LintedMember {
  /** `PortRanges[].FromPort` */
  readonly path: string;
  readonly member: Member;
  /** Missing where only other rows or samples name it. */
  readonly row?: ParameterRow;
}

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
