import type { ProseUnit } from "./prose/sentence.ts";
import type { MemberFacts, ScalarShape } from "../spec/operation.ts";
import type { NameSegment } from "./parse-name.ts";
import type { TypeExpression } from "./parse-type.ts";
import type { Span } from "../text/source.ts";

/** What one row of a table means, before the rows are put into a tree. */
export interface Parameter {
  /** The name cell, as read. */
  readonly row: string;
  readonly span: Span;
  readonly line: number;
  readonly segments: readonly NameSegment[];
  /** Path in the spec: `PortRanges[].FromPort`. */
  readonly path: string;
  readonly type: TypeExpression;
  readonly required: boolean;
  readonly facts: Pick<
    MemberFacts,
    "example" | "description" | "filledBy" | "idempotencyToken" | "conditions"
  >;
  /** What the prose says of the value; of a list, of its items. */
  readonly constraints: Omit<ScalarShape, "type">;
  readonly prose: readonly ProseUnit[];
}
