import type { PlacementEvidence } from "../../spec/operation.ts";
import { classOf } from "../rows/parse-cells.ts";
import type { RowFacts, TableFacts, Holding } from "./describe-table.ts";
import { findInSample, type FoundInSample } from "./find-in-sample.ts";
import { isPluralOf } from "../../words/inflect.ts";
import type { ValueShape } from "./value-shape.ts";

/** How well a row fits into a container. */
export interface Judgement {
  /** The higher, the better; 10 is a name that the sample has right there. */
  readonly score: number;
  /** What speaks for it most. */
  readonly by: PlacementEvidence | undefined;
  /** Where the sample has the row. */
  readonly found: FoundInSample | undefined;
}

/** How many of a container's last names are looked at. */
const reach = 240;

/** Weighs all that speaks for and against a row being a member of a container. */
export function judgePlace(container: Container, row: RowFacts, table: TableFacts): Judgement {
  const { parameter } = row;
  let score = 0;
  let by: PlacementEvidence | undefined;

  if (container.index === row.index - 1 && container.children === 0 && container.holds === "must") {
    score += 1;
    by = "type";
  }

  score += scoreOfName(container, row, table);
  const last = container.names?.name;
  if (last !== undefined && table.sorted) {
    if (last < row.name) {
      score += 1;
      by = "order";
    } else score -= 5;
  }

  const exact = findExact(container, row, table);
  const alias =
    exact === undefined && row.holds === "must" ? findAlias(container, row, table) : undefined;
  const found = exact ?? alias;
  if (alias !== undefined) {
    score += parameter.bare ? 8 : 2;
    by = evidenceOf(container, alias);
  } else if (found !== undefined) {
    by = evidenceOf(container, found);
    score += scoreOfSample(found, by, row, table);
  } else score -= costOfAbsence(container, row);
  if (table.flat && container.holds === "may" && found === undefined) score -= 30;
  if (found === undefined && !row.sampled) score += scoreOfCustom(container, row, table);

  if (isHeldByItem(container, row, table)) score -= 40;

  const holder = container.row?.parameter;
  const hasTable = holder !== undefined && table.owners.has(holder);
  const belongs = parameter.owner === holder || (!hasTable && parameter.owner === holder?.owner);
  if (!belongs) score -= 40;
  else if (parameter.owner !== undefined) by = "table";

  if (table.marked) {
    const sameSide = (container.depth === 0) === (row.level === 0);
    const fits = sameSide && (!table.leveled || container.depth === row.level);
    // That a row is nested is sure; how deep, pages lose on the way.
    score += !sameSide ? -20 : fits ? 6 : -4;
    if (fits) by = "indent";
  }
  return { score, by, found };
}

/** No two members have one name, and a name with dots is mostly a whole path. */
function scoreOfName(
  { names, index, row: holder, shape }: Container,
  row: RowFacts,
  table: TableFacts,
): number {
  const { name, dotted, listed } = row;
  // `Disk.Size` below `Disk` says its whole path.
  if (dotted && holder?.name === name) return -20;
  // `Disk.Size` and `Disk.Iops` are members of one object.
  if (dotted && names?.name === name) return 8;
  if (hasName(names, name, row, table)) return dotted ? -8 : -16;
  const inside = index !== -1 && findInSample(shape, name) === undefined;
  return dotted && inside ? (listed ? -6 : -2) : 0;
}

/** Where the sample has a name inside a row: not in what is another row's already. */
function findExact(
  { shape, names }: Container,
  row: RowFacts,
  table: TableFacts,
): FoundInSample | undefined {
  let found = findInSample(shape, row.name);
  if (found === undefined) return undefined;
  const inner = found.shape.members.get(row.name);
  // `LockReason` in `LockReason`: the outer one is a wrapper where the row is a value.
  if (inner?.members.size === 0 && row.holds === "no") {
    found = { shape: inner, via: [...found.via, row.name] };
  }
  const [wrapper] = found.via;
  if (wrapper !== undefined && hasName(names, wrapper, row, table)) return undefined;
  // Marks before names leave no room for wrappers that are rows.
  if (table.marked && found.via.some((name) => table.firstNamed.has(name))) return undefined;
  return found;
}

/** Whether a member has a name already: one of the rows above it. */
function hasName(
  names: Names | undefined,
  name: string,
  { index }: RowFacts,
  { firstNamed }: TableFacts,
): boolean {
  if ((firstNamed.get(name) ?? index) >= index) return false;
  let looked = 0;
  for (let at = names; at !== undefined && looked < reach; at = at.before) {
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
  { shape, row: holder }: Container,
  row: RowFacts,
  table: TableFacts,
): FoundInSample | undefined {
  if (shape === undefined || row.sampled) return undefined;
  // Samples leave out the wrapper that a row without a type stands for.
  const isItem = row.parameter.bare && holder !== undefined && isItemOf(row.name, holder);
  if (isItem) {
    const place = findInSample(shape, row.nextName);
    const [wrapper] = place?.via ?? [];
    if (place?.via.length === 0) return { shape, via: [] };
    const inner = wrapper === undefined ? undefined : shape.members.get(wrapper);
    if (inner !== undefined && place?.via.length === 1) return { shape: inner, via: [] };
  }
  for (const [other, inner] of shape.members) {
    const isFree = !table.firstNamed.has(other);
    if (isFree && findInSample(inner, row.nextName) !== undefined) return { shape: inner, via: [] };
  }
  return undefined;
}

/** `Rules`, an "Array of Rule", with the row `Rule` below it: the other members are those of `Rule`. */
function isHeldByItem(
  { row: list, index }: Container,
  row: RowFacts,
  { rows }: TableFacts,
): boolean {
  if (list?.parameter.type.kind !== "list" || row.index <= index + 1) return false;
  const item = rows[index + 1];
  return item?.parameter.bare === true && classOf(list.parameter.type) === item.name;
}

/** Whether a name is that of a list's items. */
function isItemOf(name: string, list: RowFacts): boolean {
  return classOf(list.parameter.type) === name || isPluralOf(list.name, name);
}

/** Whether a sample of the page itself says so, or one of another page. */
function evidenceOf({ shape }: Container, found: FoundInSample): PlacementEvidence {
  return shape?.foreign === true || found.shape.foreign ? "otherPage" : "sample";
}

function scoreOfSample(
  { shape, via }: FoundInSample,
  by: PlacementEvidence,
  { parameter: { type }, trust }: RowFacts,
  { firstNamed }: TableFacts,
): number {
  // What is inside another row is hardly a member of this one.
  const inRow = via.some((wrapper) => firstNamed.has(wrapper));
  // What another page shows is worth half: it may be of another year.
  const worth = by === "otherPage" ? 5 - via.length : (10 - via.length) * trust;
  const isValue = type.kind === "scalar" && type.type !== "any";
  const holdsOthers = isValue && shape.members.size > 0;
  return (inRow ? -5 : worth) - (holdsOthers ? 2 : 0);
}

/** What it costs that the sample has nothing of a row's name in a container. */
function costOfAbsence({ shape }: Container, { sampled, trust }: RowFacts): number {
  if (shape === undefined || shape.members.size === 0) return sampled ? 3 * trust : 0;
  return sampled ? 6 * trust : 1 + 2 / (1 + shape.members.size);
}

/** How usual it is among the product's samples that a name stands in such a container. */
function scoreOfCustom({ row }: Container, { seen }: RowFacts, { holders }: TableFacts): number {
  const holder = row?.name ?? "";
  if (seen === undefined) return (holders.get(holder) ?? 0) > 2 ? -0.6 : 0;
  if (seen.total < 3) return 0;
  const share = (seen.inside.get(holder) ?? 0) / seen.total;
  return share > 0.8 ? 2 : share > 0 ? 0.3 : -1;
}

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
interface Names {
  readonly name: string;
  readonly before: Names | undefined;
}
