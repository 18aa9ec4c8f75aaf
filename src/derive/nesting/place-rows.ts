import type { PlacementEvidence } from "../../spec/operation.ts";
import type { Parameter } from "../rows/parameter.ts";
import { judgePlace, type Container, type State, type Judgement } from "./judge-place.ts";
import { describeTable, type PlacingFacts, type RowFacts } from "./describe-table.ts";
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

/** One way to read the rows so far. */
interface Reading {
  readonly score: number;
  /** The innermost row that the next one may be a member of. */
  readonly open: Container;
  /** The rows whose members have ended, from the last to the first. */
  readonly closed: Closed | undefined;
  readonly placed: Placed | undefined;
}

interface Closed {
  readonly container: Container;
  readonly before: Closed | undefined;
}

interface Placed {
  readonly container: Container;
  readonly judgement: Judgement;
  readonly before: Placed | undefined;
}

/** A reading with one row more, before it is spelled out. */
interface Continuation {
  readonly reading: Reading;
  readonly container: Container;
  readonly judgement: Judgement;
  readonly score: number;
  /** The container's members had ended, and this is one more of them. */
  readonly reopens: boolean;
}

/** How many readings are followed at a time; on 2,949 pages 20 find no less than 80. */
const beam = 24;
/** How much worse than the best a reading may be, and still be followed. */
const margin = 50;
/** How deep open rows are followed, and how far back those that have ended. */
const reach = 24;

/**
 * Finds for each row the row that it belongs to. Rows stand depth first, but mostly nothing says where
 * the members of a row end: of all ways to read the table the one is taken that agrees best with the
 * samples, the types, the marks before names and the alphabetical order that most tables have.
 */
export function placeRows(parameters: readonly Parameter[], facts: PlacingFacts): Placement[] {
  const table = describeTable(parameters, facts);
  const top: Container = {
    state: {},
    index: -1,
    row: undefined,
    parent: undefined,
    depth: 0,
    shape: facts.sample,
    holds: "must",
    children: 0,
    names: undefined,
  };
  let readings: Reading[] = [{ score: 0, open: top, closed: undefined, placed: undefined }];
  for (const row of table.rows) {
    const judgements = new Map<Container, Judgement>();
    const judge = (container: Container): Judgement => {
      const judgement = judgements.get(container) ?? judgePlace(container, row, table);
      judgements.set(container, judgement);
      return judgement;
    };
    readings = bestOf(readings, row, judge).map((one) => spellOut(one, row));
  }
  let best: { readonly reading: Reading; readonly score: number } | undefined;
  for (const reading of readings) {
    const score = reading.score - costOfEnding(reading.open);
    if (best === undefined || score > best.score) best = { reading, score };
  }
  const placements: Placement[] = [];
  for (let at = best?.reading.placed; at !== undefined; at = at.before) {
    const { container, judgement } = at;
    placements.push({
      parent: container.index === -1 ? undefined : container.index,
      ...(judgement.by === undefined ? {} : { by: judgement.by }),
      ...judgement.found,
    });
  }
  return placements.reverse();
}

/** The best continuations of all readings; of those that leave the same rows open only the best. */
function bestOf(
  readings: readonly Reading[],
  row: RowFacts,
  judge: (container: Container) => Judgement,
): Continuation[] {
  const best = new Map<State, Continuation>();
  const offer = (
    reading: Reading,
    container: Container,
    judgement: Judgement,
    bonus: number,
    reopens: boolean,
  ): void => {
    const score = reading.score + judgement.score + bonus;
    const known = best.get(container.state);
    if (known !== undefined && known.score >= score) return;
    best.set(container.state, { reading, container, judgement, score, reopens });
  };
  for (const reading of readings) {
    let ending = 0;
    let open: Container | undefined = reading.open;
    for (; open !== undefined; open = open.parent) {
      if (open.holds !== "no") {
        const stays = open === reading.open ? 0.5 : 0;
        offer(reading, open, judge(open), stays - ending, false);
      }
      ending += costOf(open);
    }
    let looked = 0;
    for (let at = reading.closed; at !== undefined && looked < reach; at = at.before) {
      looked += 1;
      const { container } = at;
      if (container.shape?.members.has(row.name) !== true) continue;
      offer(reading, container, judge(container), -5 - ending, true);
    }
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.score ?? 0) - margin;
  return ranked.slice(0, beam).filter(({ score }) => score >= least);
}

function spellOut(
  { reading, container, judgement, score, reopens }: Continuation,
  row: RowFacts,
): Reading {
  let { closed } = reading;
  if (!reopens) {
    let ended: Container | undefined = reading.open;
    for (; ended !== undefined && ended !== container; ended = ended.parent) {
      closed = { container: ended, before: closed };
    }
  }
  const grown = grow(container, row.name);
  const opens = row.holds !== "no" && grown.depth < reach && !isValue(row, judgement.found?.shape);
  return {
    score,
    open: opens ? open(row, grown, judgement.found?.shape) : grown,
    closed,
    placed: { container, judgement, before: reading.placed },
  };
}

/** Whether a row says nothing of its type, and the sample shows a single value there. */
function isValue({ parameter: { type } }: RowFacts, shape: ValueShape | undefined): boolean {
  const untyped = type.kind === "scalar" && type.type === "any";
  const isSingle = shape !== undefined && shape.scalars.size > 0 && shape.members.size === 0;
  return untyped && isSingle && !shape.list;
}

/** The container with one member more. */
function grow(
  { state, index, row, parent, depth, shape, holds, children, names }: Container,
  name: string,
): Container {
  state.grown ??= {};
  return {
    state: state.grown,
    index,
    row,
    parent,
    depth,
    shape,
    holds,
    children: children + 1,
    names: { name, before: names },
  };
}

function open(row: RowFacts, parent: Container, shape: ValueShape | undefined): Container {
  const { index, holds } = row;
  if (parent.state.opened?.index !== index) parent.state.opened = { index, state: {} };
  return {
    state: parent.state.opened.state,
    index,
    row,
    parent,
    depth: parent.depth + 1,
    shape,
    holds,
    children: 0,
    names: undefined,
  };
}

/** What it costs that a container ends as it is. */
function costOf({ holds, children, row }: Container): number {
  if (holds !== "must" || children > 0) return 0;
  return row?.parameter.bare === true ? 15 : 6;
}

/** What it costs that the table ends here. */
function costOfEnding(innermost: Container): number {
  let cost = 0;
  for (let at: Container | undefined = innermost; at !== undefined; at = at.parent) {
    cost += costOf(at);
  }
  return cost;
}
