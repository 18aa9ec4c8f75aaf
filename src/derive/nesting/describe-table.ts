import type { Parameter } from "../rows/parameter.ts";
import type { Lookup } from "./find-conventions.ts";
import type { ValueShape } from "./value-shape.ts";

/** What is known besides the rows. */
export interface PlacingFacts {
  readonly sample?: ValueShape;
  /** How often the product's samples have a name inside another; `""` is the top. */
  readonly parents: Lookup<ReadonlyMap<string, number>>;
  /** In how many of the product's samples a name has members. */
  readonly holders: Lookup<number>;
  /** Rows are mostly not nested, so a list of which nothing is said has no members. */
  readonly flat: boolean;
}

/** Whether a row has members: it must, it may, or it cannot. */
export type Holding = "must" | "may" | "no";

/** What a row says by itself of its place. */
export interface RowFacts {
  readonly parameter: Parameter;
  readonly index: number;
  readonly name: string;
  /** The name is a path: `Disk.Size`, `Disk.N`. */
  readonly dotted: boolean;
  /** A path through a list. */
  readonly listed: boolean;
  /** Whether it has members. */
  readonly holds: Holding;
  /** Where its indent is among the indents of the table, the first being 0. */
  readonly level: number;
  /** Whether the page's own samples have its name. */
  readonly sampled: boolean;
  /** 0 to 1, how much its name in the samples says of it: less where more rows have it than places. */
  readonly trust: number;
  /** Where the product's samples have its name, and how often in all. */
  readonly seen:
    { readonly inside: ReadonlyMap<string, number>; readonly total: number } | undefined;
  /** The name of the next row that says something of itself. */
  readonly nextName: string;
}

/** What the rows of a table say together. */
export interface TableFacts {
  readonly rows: readonly RowFacts[];
  readonly holders: PlacingFacts["holders"];
  readonly flat: boolean;
  /** The first row of each name; what is in the sample between them are wrappers without a row. */
  readonly firstNamed: ReadonlyMap<string, number>;
  /** The rows whose members stand in tables of their own. */
  readonly owners: ReadonlySet<Parameter>;
  /** The rows seem to be in alphabetical order, at each level. */
  readonly sorted: boolean;
  /** Names carry marks of their depth. */
  readonly marked: boolean;
  /** The marks tell depths apart, not only the top from all else. */
  readonly leveled: boolean;
}

/** Gathers what the rows of a table say of how they are nested. */
export function describeTable(
  parameters: readonly Parameter[],
  { sample, parents, holders, flat }: PlacingFacts,
): TableFacts {
  const places = countNames(sample);
  const counts = new Map<string, number>();
  const firstNamed = new Map<string, number>();
  parameters.forEach((parameter, index) => {
    const name = nameOf(parameter);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!firstNamed.has(name)) firstNamed.set(name, index);
  });
  const owners = new Set(parameters.flatMap(({ owner }) => owner ?? []));
  const depths = [...new Set([0, ...parameters.map(({ depth }) => depth)])].sort((a, b) => a - b);
  const levels = new Map(depths.map((depth, level) => [depth, level]));
  const rows = parameters.map((parameter, index): RowFacts => {
    const name = nameOf(parameter);
    const { segments, depth } = parameter;
    const inside = parents.get(name);
    return {
      parameter,
      index,
      name,
      dotted: segments.length > 1 || segments[0]?.repeated === true,
      listed: segments.some(({ repeated }) => repeated),
      holds: owners.has(parameter) ? "must" : holdingOf(parameter),
      level: levels.get(depth) ?? 0,
      sampled: places.has(name),
      trust: Math.min(1, (places.get(name) ?? 0) / (counts.get(name) ?? 1)),
      seen: inside === undefined ? undefined : { inside, total: sum(inside.values()) },
      nextName: nameOf(followingOf(parameters, index)),
    };
  });
  return {
    rows,
    holders,
    flat,
    firstNamed,
    owners,
    sorted: isSorted(rows),
    marked: depths.length > 1,
    leveled: depths.length > 2,
  };
}

function nameOf(parameter: Parameter | undefined): string {
  return parameter?.segments[0]?.name ?? "";
}

/** In how many places of the page's own samples each name occurs. */
function countNames(sample: ValueShape | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const collect = (shape: ValueShape): void => {
    for (const [name, inner] of shape.members) {
      if (inner.foreign) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      collect(inner);
    }
  };
  if (sample !== undefined) collect(sample);
  return counts;
}

/** The next row that says something of itself. */
function followingOf(parameters: readonly Parameter[], index: number): Parameter | undefined {
  const next = parameters[index + 1];
  return next?.bare === true ? parameters[index + 2] : next;
}

/** In a sorted table a name comes before the one above it only where members begin or end. */
function isSorted(rows: readonly RowFacts[]): boolean {
  const open = rows.filter(({ parameter }) => holdingOf(parameter) !== "no").length;
  const descents = rows.filter(({ name }, at) => {
    const above = rows[at - 1];
    return above !== undefined && holdingOf(above.parameter) === "no" && name < above.name;
  }).length;
  return rows.length > 3 && descents <= open;
}

function holdingOf({ type, bare, segments, facts }: Parameter): Holding {
  // What has an example is a value.
  const open = facts.example === undefined ? "may" : "no";
  if (segments.length > 1 || segments[0]?.repeated === true) return "no";
  switch (type.kind) {
    case "list":
      if (type.items === undefined) return open;
      return type.items.kind === "scalar" ? "no" : "must";
    case "object":
      return type.class === undefined ? "must" : open;
    case "map":
      return open;
    case "scalar":
      if (type.type !== "any") return "no";
      return bare ? "must" : open;
  }
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
