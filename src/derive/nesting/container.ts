import type { Holding, RowFacts } from "./describe-table.ts";
import type { ValueShape } from "./value-shape.ts";

/** A row with the members found for it so far; the top is one too. */
export interface Container {
  /** The same for containers of the same row, with as many members, in the same place. */
  readonly state: State;
  /** The row's index, -1 for the top. */
  readonly index: number;
  readonly row: RowFacts | undefined;
  readonly parent: Container | undefined;
  readonly depth: number;
  /** What the sample shows of it. */
  readonly shape: ValueShape | undefined;
  readonly holds: Holding;
  readonly children: number;
  readonly names: Names | undefined;
}

/** A container whatever its members are; made when it is asked for, so that the same is the same object. */
export interface State {
  /** With one member more. */
  grown?: State;
  /** The member opened last, and which row it is. */
  opened?: { readonly index: number; readonly state: State };
}

/** The names of a container's members, from the last to the first. */
export interface Names {
  readonly name: string;
  readonly before: Names | undefined;
}
