import type { PlacementEvidence } from "../../spec/operation.ts";
import type { Parameter } from "../parameter.ts";
import { classOf } from "../parse-type.ts";
import { findInSample, type FoundInSample } from "./find-in-sample.ts";
import { isPluralOf } from "./is-plural-of.ts";
import type { ValueShape } from "./value-shape.ts";

/** Where a row belongs: in the row at `parent`, or at the top. */
export interface Placement {
  readonly parent: number | undefined;
  /** What speaks for it most; nothing where nothing does, and it could be otherwise. */
  readonly by?: PlacementEvidence;
  /** Where the sample has the row: the wrappers between it and its parent. */
  readonly via?: readonly string[];
  /** What the sample shows there, perhaps under another name. */
  readonly shape?: ValueShape;
}

/** A row that may hold others, while it is open; the top is one too. */
interface Container {
  /** The row's index, -1 for the top. */
  readonly row: number;
  readonly parent: Container | undefined;
  readonly depth: number;
  /** The rows' indexes from the top to here, and how many members they have. */
  readonly key: string;
  readonly shape: ValueShape | undefined;
  readonly holds: Holding;
  readonly parameter: Parameter | undefined;
  readonly children: number;
  readonly names: Names | undefined;
}

interface Names {
  readonly name: string;
  readonly before: Names | undefined;
}

interface Path {
  readonly score: number;
  readonly open: Container;
  readonly closed: Closed | undefined;
  readonly placed: Placed | undefined;
}

interface Closed {
  readonly container: Container;
  readonly count: number;
  readonly before: Closed | undefined;
}

interface Placed {
  readonly placement: Placement;
  readonly before: Placed | undefined;
}

/** Whether a row has members: it must, it may, or it cannot. */
type Holding = "must" | "may" | "no";

/** How many ways of reading a table are followed at a time. */
const beam = 80;
/** How deep open rows are followed, and how far back closed ones and names. */
const reach = 24;

/**
 * Finds for each row the row that it belongs to. Rows stand depth first, but mostly nothing says where
 * the members of a row end: of all ways to read the table the one is taken that agrees best with the
 * samples, the types, the marks before names and the alphabetical order that most tables have.
 */
export function placeRows(rows: readonly Parameter[], facts: PlacingFacts): Placement[] {
  if (rows.length === 0) return [];
  const { sample } = facts;
  const table = describeTable(rows, facts);
  const top: Container = {
    row: -1,
    parent: undefined,
    depth: 0,
    key: "",
    shape: sample,
    holds: "must",
    parameter: undefined,
    children: 0,
    names: undefined,
  };
  let paths: Path[] = [{ score: 0, open: top, closed: undefined, placed: undefined }];
  rows.forEach((row, index) => {
    const following = followingOf(rows, index);
    const best = new Map<string, Path>();
    for (const path of paths) {
      for (const next of continuations(path, { row, index, following }, table)) {
        const known = best.get(next.open.key);
        if (known === undefined || known.score < next.score) best.set(next.open.key, next);
      }
    }
    paths = [...best.values()].sort((a, b) => b.score - a.score).slice(0, beam);
  });
  const ended = paths.map((path) => ({ path, score: path.score - costOfClosing(path.open, top) }));
  ended.sort((a, b) => b.score - a.score);
  const placements: Placement[] = [];
  for (let at = ended[0]?.path.placed; at !== undefined; at = at.before) {
    placements.push(at.placement);
  }
  return placements.reverse();
}

/** What is known besides the rows. */
export interface PlacingFacts {
  readonly sample?: ValueShape;
  /** How often the product's samples have a name inside another; `""` is the top. */
  readonly parents: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** In how many of the product's samples a name has members. */
  readonly holders: ReadonlyMap<string, number>;
  /** Rows are mostly not nested, so a list of which nothing is said has no members. */
  readonly flat: boolean;
}

/** The next row that says something of itself. */
function followingOf(rows: readonly Parameter[], index: number): Parameter | undefined {
  const next = rows[index + 1];
  return next?.bare === true ? rows[index + 2] : next;
}

interface TableFacts {
  readonly parents: PlacingFacts["parents"];
  readonly holders: PlacingFacts["holders"];
  readonly flat: boolean;
  /** The names of rows; what is in the sample between them are wrappers without a row. */
  readonly names: ReadonlySet<string>;
  /** In how many places of the sample a name occurs. */
  readonly sampled: ReadonlyMap<string, number>;
  /** How many rows have a name. */
  readonly counts: ReadonlyMap<string, number>;
  /** The rows whose members stand in tables of their own. */
  readonly owners: ReadonlySet<Parameter>;
  /** 0 to 1: how far the order of rows can be trusted to be alphabetical at each level. */
  readonly sorted: number;
  /** Whether names carry marks of their depth. */
  readonly marked: boolean;
  /** The indents that there are; their order is the depth. */
  readonly depths: readonly number[];
  /** Whether the marks tell depths apart, or only the top from all else. */
  readonly levels: boolean;
}

function describeTable(
  rows: readonly Parameter[],
  { sample, parents, holders, flat }: PlacingFacts,
): TableFacts {
  const sampled = new Map<string, number>();
  const collect = (shape: ValueShape): void => {
    for (const [name, inner] of shape.members) {
      sampled.set(name, (sampled.get(name) ?? 0) + 1);
      collect(inner);
    }
  };
  if (sample !== undefined) collect(sample);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  const open = rows.filter((row) => holdingOf(row) !== "no").length;
  // In a sorted table a name comes before the one above it only where members begin or end.
  const descents = rows.filter((row, at) => {
    const above = rows[at - 1];
    return above !== undefined && holdingOf(above) === "no" && nameOf(row) < nameOf(above);
  }).length;
  const depths = [...new Set([0, ...rows.map(({ depth }) => depth)])].sort((a, b) => a - b);
  return {
    parents,
    holders,
    flat,
    names: new Set(rows.map(nameOf)),
    counts,
    owners: new Set(rows.flatMap(({ owner }) => owner ?? [])),
    sampled,
    sorted: rows.length > 3 && descents <= open ? 1 : 0,
    marked: rows.some(({ depth }) => depth > 0),
    levels: depths.length > 2,
    depths,
  };
}

function nameOf(row: Parameter | undefined): string {
  return row?.segments[0]?.name ?? "";
}

/** All that the next row may mean: a member of each row that is open, or of one that was. */
function* continuations(path: Path, step: Step, table: TableFacts): Generator<Path> {
  const name = nameOf(step.row);
  let closing = 0;
  let closed = path.closed;
  for (
    let container: Container | undefined = path.open;
    container !== undefined;
    container = container.parent
  ) {
    if (container.holds !== "no") {
      const judged = judge(container, path.open, step, table);
      yield extend(
        path,
        container,
        step,
        { ...judged, score: judged.score - closing, closed },
        table,
      );
    }
    closing += costOf(container);
    closed = { container, count: (closed?.count ?? 0) + 1, before: closed };
  }
  let looked = 0;
  for (let at = path.closed; at !== undefined && looked < reach; at = at.before) {
    looked += 1;
    if (at.container.shape?.members.has(name) !== true) continue;
    const judged = judge(at.container, path.open, step, table);
    const score = judged.score - 5 - costOfClosing(path.open, undefined);
    yield extend(path, at.container, step, { ...judged, score, closed: path.closed }, table);
  }
}

function extend(
  path: Path,
  container: Container,
  step: Step,
  judged: Judgement & { readonly closed: Closed | undefined },
  table: TableFacts,
): Path {
  const name = nameOf(step.row);
  const children = container.children + 1;
  const grown: Container = {
    ...container,
    children,
    key: `${container.parent?.key ?? ""},${container.row}:${children}`,
    names: { name, before: container.names },
  };
  const holds = grown.depth >= reach ? "no" : holdingIn(step.row, table);
  const open: Container =
    holds === "no"
      ? grown
      : {
          row: step.index,
          parent: grown,
          depth: grown.depth + 1,
          key: `${grown.key},${step.index}:0`,
          shape: judged.found?.shape,
          holds,
          parameter: step.row,
          children: 0,
          names: undefined,
        };
  const placement: Placement = {
    parent: container.row === -1 ? undefined : container.row,
    ...(judged.by === undefined ? {} : { by: judged.by }),
    ...judged.found,
  };
  return {
    score: path.score + judged.score,
    open,
    closed: judged.closed,
    placed: { placement, before: path.placed },
  };
}

/** A row, and the one behind it. */
interface Step {
  readonly row: Parameter;
  readonly index: number;
  readonly following: Parameter | undefined;
}

/** How well a row fits into a container, what speaks for it most, and where the sample has it. */
interface Judgement {
  readonly score: number;
  readonly by: PlacementEvidence | undefined;
  readonly found: FoundInSample | undefined;
}

/** Where the sample has a name inside a row: not in what is another row's already. */
function find({ shape, names }: Container, row: Parameter): FoundInSample | undefined {
  const name = nameOf(row);
  let found = findInSample(shape, name);
  const inner = found?.shape.members.get(name);
  // `LockReason` in `LockReason`: the outer one is a wrapper where the row is a value.
  if (found !== undefined && inner?.members.size === 0 && holdingOf(row) === "no") {
    found = { shape: inner, via: [...found.via, name] };
  }
  const [wrapper] = found?.via ?? [];
  if (wrapper !== undefined && hasName(names, wrapper)) return undefined;
  return found;
}

function hasName(names: Names | undefined, name: string): boolean {
  let looked = 0;
  for (let at = names; at !== undefined && looked < 10 * reach; at = at.before) {
    if (at.name === name) return true;
    looked += 1;
  }
  return false;
}

/**
 * What the sample has in the place of a row with members, under a name that no row has: the names of
 * samples and of tables differ now and then.
 */
function findAlias(
  { shape, parameter }: Container,
  step: Step,
  table: TableFacts,
): FoundInSample | undefined {
  const first = nameOf(step.following);
  const name = nameOf(step.row);
  if (shape === undefined || table.sampled.has(name)) return undefined;
  // Samples leave out the wrapper that a row without a type stands for.
  const isItem = step.row.bare && parameter !== undefined && isItemOf(name, parameter);
  if (isItem) {
    const place = findInSample(shape, first);
    const [wrapper] = place?.via ?? [];
    if (place?.via.length === 0) return { shape, via: [] };
    const inner = wrapper === undefined ? undefined : shape.members.get(wrapper);
    if (inner !== undefined && place?.via.length === 1) return { shape: inner, via: [] };
  }
  for (const [other, inner] of shape.members) {
    if (!table.names.has(other) && findInSample(inner, first) !== undefined) {
      return { shape: inner, via: [] };
    }
  }
  return undefined;
}

/** Whether a sample of the page itself says so, or one of another page. */
function evidenceOf({ shape }: Container, found: FoundInSample): PlacementEvidence {
  return shape?.foreign === true || found.shape.foreign === true ? "otherPage" : "sample";
}

/** How much a name in the sample says of a row: less where more rows have it than places. */
function trust(name: string, { sampled, counts }: TableFacts): number {
  return Math.min(1, (sampled.get(name) ?? 0) / (counts.get(name) ?? 1));
}

/** Whether a name is that of a list's items. */
function isItemOf(name: string, list: Parameter): boolean {
  return classOf(list.type) === name || isPluralOf(nameOf(list), name);
}

function judge(container: Container, open: Container, step: Step, table: TableFacts): Judgement {
  const { row, index } = step;
  const name = nameOf(row);
  let score = 0;
  let by: PlacementEvidence | undefined;

  if (container === open) score += 0.5;
  if (container.row === index - 1 && container.children === 0 && container.holds === "must") {
    score += 1;
    by = "type";
  }
  const dotted = row.segments.length > 1 || row.segments[0]?.repeated === true;
  if (dotted) {
    // A name with dots is mostly a whole path.
    const listed = row.segments.some(({ repeated }) => repeated);
    const inside = container.row !== -1 && findInSample(container.shape, name) === undefined;
    // `Disk.Size` and `Disk.Iops` are members of one object.
    if (container.names?.name === name) score += 8;
    else if (hasName(container.names, name)) score -= 8;
    else if (inside) score -= listed ? 6 : 2;
  } else if (hasName(container.names, name)) score -= 16;
  const last = container.names?.name;
  if (last !== undefined && table.sorted > 0) {
    if (last < name) {
      score += table.sorted;
      by = "order";
    } else score -= 5 * table.sorted;
  }

  const near = find(container, row);
  // Marks before names leave no room for wrappers that are rows.
  const apart = table.marked && near?.via.some((wrapper) => table.names.has(wrapper)) === true;
  const exact = apart ? undefined : near;
  const alias =
    exact === undefined && holdingOf(row) === "must"
      ? findAlias(container, step, table)
      : undefined;
  const found = exact ?? alias;
  if (table.flat && container.holds === "may" && found === undefined) score -= 30;
  if (alias !== undefined) {
    score += row.bare ? 8 : 2;
    by = evidenceOf(container, alias);
  } else if (found !== undefined) {
    // What is inside another row is hardly a member of this one.
    const inRow = found.via.some((wrapper) => table.names.has(wrapper));
    score += inRow ? -5 : (10 - found.via.length) * trust(name, table);
    if (row.type.kind === "scalar" && row.type.type !== "any" && found.shape.members.size > 0) {
      score -= 2;
    }
    by = evidenceOf(container, found);
  } else if (container.shape === undefined || container.shape.members.size === 0) {
    if (table.sampled.has(name)) score -= 3 * trust(name, table);
  } else if (table.sampled.has(name)) score -= 6 * trust(name, table);
  else score -= 1 + 2 / (1 + container.shape.members.size);
  if (found === undefined && !table.sampled.has(name)) score += custom(container, name, table);

  const { parameter } = container;
  const hasTable = parameter !== undefined && table.owners.has(parameter);
  const belongs = row.owner === parameter || (!hasTable && row.owner === parameter?.owner);
  if (!belongs) score -= 40;
  else if (row.owner !== undefined) by = "table";

  if (table.marked) {
    const depth = table.depths.indexOf(row.depth);
    const sameSide = (container.depth === 0) === (depth === 0);
    const fits = sameSide && (!table.levels || container.depth === depth);
    // That a row is nested is sure; how deep, pages lose on the way.
    score += !sameSide ? -20 : fits ? 6 : -4;
    if (fits) by = "indent";
  }
  return { score, by, found };
}

/** How usual it is among the product's samples that a name stands in such a container. */
function custom({ parameter }: Container, name: string, { parents, holders }: TableFacts): number {
  const counts = parents.get(name);
  const seen = holders.get(nameOf(parameter)) ?? 0;
  if (counts === undefined) return seen > 2 ? -0.6 : 0;
  let all = 0;
  for (const count of counts.values()) all += count;
  const share = (counts.get(nameOf(parameter)) ?? 0) / all;
  if (all < 3) return 0;
  return share > 0.8 ? 2 : share > 0 ? 0.3 : -1;
}

/** What it costs that a container ends as it is. */
function costOf({ holds, children, parameter }: Container): number {
  if (holds !== "must" || children > 0) return 0;
  return parameter?.bare === true ? 15 : 6;
}

function costOfClosing(open: Container, until: Container | undefined): number {
  let cost = 0;
  for (let at: Container | undefined = open; at !== undefined && at !== until; at = at.parent) {
    cost += costOf(at);
  }
  return cost;
}

function holdingIn(row: Parameter, { owners }: TableFacts): Holding {
  return owners.has(row) ? "must" : holdingOf(row);
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
