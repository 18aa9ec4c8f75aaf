import type { Page, ParameterRow } from "../page/page.ts";
import type { Member, Operation } from "../spec/operation.ts";

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
