import type { PageOutline } from "../../page/page.ts";
import type { ScalarKind, ValueShape } from "../nesting/value-shape.ts";
import type { RankedEvidence } from "./page-evidence.ts";

/** What a page tells the others, as JSON. */
export interface EvidenceJson {
  readonly product?: string;
  readonly version?: string;
  readonly action?: string;
  readonly generation: number;
  readonly names: number;
  readonly outline: PageOutline;
  readonly answer?: ShapeJson;
}

/** Flags (list 1, single 2, text 4, foreign 8), kinds of scalars, and members by name. */
export type ShapeJson = readonly [
  flags: number,
  scalars?: readonly ScalarKind[],
  members?: readonly (readonly [name: string, shape: ShapeJson])[],
];

/** Evidence that can be kept in a file. Its place is left out: files move. */
export function packEvidence({ file, answer, ...rest }: RankedEvidence): EvidenceJson {
  return { ...rest, ...(answer === undefined ? {} : { answer: packShape(answer) }) };
}

/** Evidence from a file, for the page that lies at a place now. */
export function unpackEvidence({ answer, ...rest }: EvidenceJson, file: string): RankedEvidence {
  return { file, ...rest, ...(answer === undefined ? {} : { answer: unpackShape(answer) }) };
}

/** A shape as JSON: also what tells whether two shapes are the same. */
export function packShape({
  list,
  single,
  text,
  foreign,
  scalars,
  members,
}: ValueShape): ShapeJson {
  const flags = Number(list) | (Number(single) << 1) | (Number(text) << 2) | (Number(foreign) << 3);
  if (members.size > 0) {
    return [flags, [...scalars], [...members].map(([name, shape]) => [name, packShape(shape)])];
  }
  return scalars.size > 0 ? [flags, [...scalars]] : [flags];
}

function unpackShape([flags, scalars = [], members = []]: ShapeJson): ValueShape {
  return {
    list: (flags & 1) !== 0,
    single: (flags & 2) !== 0,
    text: (flags & 4) !== 0,
    foreign: (flags & 8) !== 0,
    scalars: new Set(scalars),
    members: new Map(members.map(([name, shape]) => [name, unpackShape(shape)])),
  };
}
