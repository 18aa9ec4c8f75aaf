import type { Bounds, Constraints, MemberFacts, WireStyle } from "../../spec/operation.ts";
import type { ParameterTable } from "../../page/page.ts";
import type { Span } from "../../text/source.ts";
import type { ProseUnit } from "../prose/sentence.ts";
import type { NameSegment, TypeExpression } from "./parse-cells.ts";

/** What one row of a table means, before the rows are put into a tree. */
export interface Parameter {
  /** The name cell, as read. */
  readonly row: string;
  readonly span: Span;
  readonly line: number;
  readonly segments: readonly NameSegment[];
  /** How many marks of depth (`└`) stand before the name; 0 for none. */
  readonly depth: number;
  /** The row names something and says no more of it, not even its type. */
  readonly bare: boolean;
  /** Path in the spec: `PortRanges[].FromPort`. */
  readonly path: string;
  readonly type: TypeExpression;
  /** Where the type stands, where it does. */
  readonly typeSpan?: Span;
  /** The table that the row stands in. */
  readonly table: ParameterTable;
  /** The row whose type that table describes. */
  readonly owner?: Parameter;
  /** How the row's list or object goes over the wire, where it is not as usual. */
  readonly style?: WireStyle;
  readonly required: boolean;
  readonly facts: Pick<
    MemberFacts,
    | "placedBy"
    | "example"
    | "description"
    | "deprecated"
    | "filledBy"
    | "idempotencyToken"
    | "conditions"
  >;
  /** What the prose says of the value; of a list, of its items. */
  readonly constraints: Constraints;
  /** How many items the list takes that the row is, or is a part of. */
  readonly count?: Bounds;
  /** The description; its lines count from 1. */
  readonly prose: readonly ProseUnit[];
  /** The line of the page where the description begins. */
  readonly proseLine: number;
}
