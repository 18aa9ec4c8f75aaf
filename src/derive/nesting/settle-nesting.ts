import type { Report } from "../../diagnostics/diagnostic.ts";
import { isPluralOf, singular } from "../../words/inflect.ts";
import type { Parameter } from "../rows/parameter.ts";
import { pathOf, classOf, type NameSegment, type TypeExpression } from "../rows/parse-cells.ts";
import type { Lookup } from "./find-conventions.ts";
import { placeRows, type Placement } from "./place-rows.ts";
import type { ScalarKind, ValueShape } from "./value-shape.ts";

/** What is known of a table besides its rows. */
export interface NestingFacts {
  /** What the samples show, merged. */
  readonly sample?: ValueShape;
  /** Whether lists without evidence of their own are in wrappers: `Hosts.Host[]`, not `Hosts[]`. */
  readonly wrapsLists: boolean;
  /** How often the product's samples have a name inside another; `""` is the top. */
  readonly parents: Lookup<ReadonlyMap<string, number>>;
  /** In how many of the product's samples a name has members. */
  readonly holders: Lookup<number>;
  /** Rows are mostly not nested: those of requests. */
  readonly flat: boolean;
}

interface SettlingFacts extends NestingFacts {
  /** Tells of a row whose type is a name that nothing describes. */
  readonly undescribed: (parameter: Parameter, type: string) => void;
}

const anything: TypeExpression = { kind: "scalar", type: "any" };

/** A row while its place is being settled. */
interface Node {
  readonly parameter: Parameter;
  readonly placement: Placement;
  readonly children: Node[];
}

/** A place in the tree of members that rows can stand in. */
interface Place {
  readonly segments: readonly NameSegment[];
  readonly shape: ValueShape | undefined;
}

/** A wrapper between a row and its members, and whether it is a list. */
interface Wrapper {
  readonly names: readonly string[];
  readonly listed: boolean;
}

/**
 * Gives each row its whole path. Names with dots have theirs already; the others get the names of the
 * rows that hold them, and of the wrappers that only the sample shows: `Hosts` → `Hosts.Host[]`.
 */
export function settleNesting(
  parameters: readonly Parameter[],
  known: NestingFacts,
  report: Report,
): readonly Parameter[] {
  const facts: SettlingFacts = {
    ...known,
    undescribed: ({ row, span, typeSpan = span }, type) => {
      report("derive/unknown-type", typeSpan, { row, type });
    },
  };
  const placements = placeRows(parameters, facts);
  const nodes = parameters.map((parameter, index): Node => {
    const placement = placements[index] ?? { parent: undefined };
    const { parent, by, via = [] } = placement;
    if (parent !== undefined && by === undefined) {
      const { row, span } = parameter;
      report("derive/unsettled-nesting", span, { row, parent: parameters[parent]?.row ?? "" });
    }
    const placed = (parent !== undefined || via.length > 0) && by !== undefined;
    const settled = placed
      ? { ...parameter, facts: { placedBy: by, ...parameter.facts } }
      : parameter;
    return { parameter: settled, placement, children: [] };
  });
  for (const node of nodes) {
    if (node.placement.parent !== undefined) nodes[node.placement.parent]?.children.push(node);
  }
  const settled = new Map<Parameter, readonly Parameter[]>();
  const tops = nodes.filter(({ placement }) => placement.parent === undefined);
  settleInside(tops, { segments: [], shape: facts.sample }, undefined, facts, settled);
  return nodes.flatMap(({ parameter }) => {
    const found = settled.get(parameter);
    if (found === undefined) {
      report("derive/text-member", parameter.span, { row: parameter.row });
    }
    return found ?? [];
  });
}

function isDotted({ segments }: Parameter): boolean {
  return segments.length > 1 || segments.at(-1)?.repeated === true;
}

function nameOf({ parameter }: Node): string {
  return parameter.segments[0]?.name ?? "";
}

/** Settles the rows in one place: each where the sample has it, else where most of the others are. */
function settleInside(
  nodes: readonly Node[],
  place: Place,
  convention: Wrapper | undefined,
  facts: SettlingFacts,
  settled: Map<Parameter, readonly Parameter[]>,
): void {
  const usual = convention?.names ?? usualWay(nodes);
  for (const node of nodes) {
    const { via, shape } = node.placement;
    const inside = wrap(place, via ?? usual, convention?.listed === true);
    const isItem = convention?.listed === true && convention.names.length === 0;
    settle(node, inside, { shape, isItem }, facts, settled);
  }
}

/** The wrappers in which the sample has most of the rows. */
function usualWay(nodes: readonly Node[]): readonly string[] {
  const ways = new Map<string, { readonly via: readonly string[]; count: number }>();
  for (const { placement } of nodes) {
    const { via } = placement;
    if (via === undefined) continue;
    const key = via.join(".");
    const known = ways.get(key) ?? { via, count: 0 };
    known.count += 1;
    ways.set(key, known);
  }
  const [best] = [...ways.values()].sort((a, b) => b.count - a.count);
  return best?.via ?? [];
}

/** The place inside wrappers; a wrapper is a list where the sample says so, or the row does. */
function wrap(place: Place, via: readonly string[], listed: boolean): Place {
  let { shape } = place;
  let outer = place.segments.at(-1)?.name ?? "";
  const segments = [...place.segments];
  via.forEach((name, index) => {
    shape = shape?.members.get(name);
    const last = index === via.length - 1;
    const open = shape !== undefined && !shape.single && isPluralOf(outer, name);
    segments.push({ name, repeated: shape?.list === true || open || (last && listed) });
    outer = name;
  });
  return { segments, shape };
}

function settle(
  node: Node,
  place: Place,
  { shape, isItem }: { readonly shape: ValueShape | undefined; readonly isItem: boolean },
  facts: SettlingFacts,
  settled: Map<Parameter, readonly Parameter[]>,
): void {
  const name = nameOf(node);
  const { parameter, children } = node;
  if (isDotted(parameter)) {
    const segments = [...place.segments, ...parameter.segments];
    settled.set(parameter, [withPath(parameter, segments)]);
    settleInside(children, { segments, shape: undefined }, undefined, facts, settled);
    return;
  }
  const path = [...place.segments, { name, repeated: false }];
  if (children.length === 0) {
    const { type } = parameter;
    const undescribed =
      type.kind === "object" && type.class !== undefined && (shape?.members.size ?? 0) === 0;
    if (undescribed) facts.undescribed(parameter, type.class);
    const leaf: Parameter = undescribed ? { ...parameter, type: anything } : parameter;
    settled.set(parameter, settleLeaf(leaf, path, shape, facts));
    return;
  }
  if (isText(parameter, facts)) {
    settleText(node, place, shape, facts, settled);
    return;
  }
  const wrapper = wrapperOf(node, shape, facts);
  const repeated = isItem || (wrapper === undefined && isList(node, place, shape));
  const listed = repeated || (shape?.list === true && wrapper?.names.length !== 0);
  const type: TypeExpression = listed
    ? { kind: "list", items: { kind: "object" } }
    : { kind: "object" };
  settled.set(parameter, [withPath({ ...parameter, type }, path)]);
  const segments = [...place.segments, { name, repeated: listed }];
  settleInside(children, { segments, shape }, wrapper, facts, settled);
}

function isText({ type }: Parameter, { flat }: SettlingFacts): boolean {
  return type.kind === "scalar" && (type.type === "string" || (flat && type.json === true));
}

/**
 * A text whose members are described is JSON. A request can be given the members; an answer comes with
 * the text, so the rows of its members are no members of the answer.
 */
function settleText(
  { parameter, children }: Node,
  place: Place,
  shape: ValueShape | undefined,
  facts: SettlingFacts,
  settled: Map<Parameter, readonly Parameter[]>,
): void {
  const name = parameter.segments.at(-1)?.name ?? "";
  const path = [...place.segments, { name, repeated: false }];
  if (!facts.flat) {
    settled.set(parameter, [withPath(parameter, path)]);
    return;
  }
  const { example = "", description = "" } = parameter.facts;
  const listed =
    shape?.list ??
    (/^\\?\[/.test(example) || (!example.startsWith("{") && /\[\s*\{/.test(description)));
  const object: TypeExpression = { kind: "object" };
  const type: TypeExpression = listed ? { kind: "list", items: object } : object;
  settled.set(parameter, [withPath({ ...parameter, type, style: "json" }, path)]);
  const segments = [...place.segments, { name, repeated: listed }];
  settleInside(children, { segments, shape }, undefined, facts, settled);
}

/** Where a list's row has its list in a wrapper inside it, the wrapper. */
function wrapperOf(
  node: Node,
  shape: ValueShape | undefined,
  facts: SettlingFacts,
): Wrapper | undefined {
  const { parameter, children } = node;
  const { type } = parameter;
  const way = usualWay(children);
  if (way.length > 0) {
    const seen = way.reduce<ValueShape | undefined>((at, name) => at?.members.get(name), shape);
    const some = shape?.list === true || seen?.list === true;
    return { names: way, listed: type.kind === "list" && !some };
  }
  const [only] = children;
  if (only !== undefined && children.length === 1 && isItemRow(only, node)) {
    return { names: [], listed: true };
  }
  const seen = isWrapperShape(shape, nameOf(node));
  const anyFound = children.some(({ placement }) => placement.shape !== undefined);
  if (seen !== undefined && !anyFound) return { names: [seen], listed: true };
  const inSample = shape !== undefined && shape.members.size > 0;
  const untyped = type.kind === "scalar" && type.type === "any";
  const stated = type.kind === "object" && type.class !== undefined && nameOf(node).endsWith("s");
  const told =
    type.kind === "list" || stated || (untyped && isPluralOf(nameOf(node), itemName(parameter)));
  if (!told || inSample || shape?.list === true || !facts.wrapsLists) {
    return undefined;
  }
  return { names: [itemName(parameter)], listed: true };
}

/** A row without a type that stands for the items of the list around it: `|Instance| | | |`. */
function isItemRow({ parameter, children }: Node, list: Node): boolean {
  const name = parameter.segments.at(-1)?.name ?? "";
  const named = classOf(list.parameter.type) === name || isPluralOf(nameOf(list), name);
  return children.length > 0 && parameter.bare && named;
}

/** An object that holds a list and nothing else. */
function isWrapperShape(shape: ValueShape | undefined, outer: string): string | undefined {
  const [only] = shape?.members ?? [];
  if (shape === undefined || shape.list || shape.members.size !== 1 || only === undefined) {
    return undefined;
  }
  const [name, inner] = only;
  return inner.list || (!inner.single && isPluralOf(outer, name)) ? name : undefined;
}

/** Whether a row's members are those of the items of a list. */
function isList({ parameter }: Node, place: Place, shape: ValueShape | undefined): boolean {
  if (isWrapperShape(shape, parameter.segments.at(-1)?.name ?? "") !== undefined) return false;
  if (shape?.list === true || parameter.type.kind === "list") return true;
  const outer = place.segments.at(-1);
  const open = shape?.single !== true && parameter.bare && outer?.repeated === false;
  return open && isPluralOf(outer.name, parameter.segments.at(-1)?.name ?? "");
}

/** What the items of a list are called where they are wrapped. */
function itemName({ type, segments }: Parameter): string {
  const name = segments.at(-1)?.name ?? "";
  const stated = classOf(type);
  if (stated !== undefined && stated !== name) return stated;
  const one = singular(name);
  // A guess: a name that is singular still loses its `s`, for a wrapper is not called like its list.
  return one === name && name.endsWith("s") ? name.slice(0, -1) : one;
}

/** A row without members may still hold a list in a wrapper, which only the sample shows. */
function settleLeaf(
  parameter: Parameter,
  path: readonly NameSegment[],
  shape: ValueShape | undefined,
  facts: SettlingFacts,
): readonly Parameter[] {
  const { type } = parameter;
  if (isUntypedList(parameter, shape, facts)) {
    const list: TypeExpression = { kind: "list", items: { kind: "scalar", type: "string" } };
    return settleLeaf({ ...parameter, type: list }, path, shape, facts);
  }
  const single =
    type.kind === "scalar" && (type.type !== "any" || (facts.flat && type.json === true));
  // A list that is told to be a text is one, of JSON, but a wrapper is never a text.
  const isWrapper = shape !== undefined && !shape.list && shape.members.size === 1;
  if (single && shape?.list === true && isItemOfWrapper(path)) {
    return [withPath({ ...parameter, type: { kind: "list", items: type } }, path)];
  }
  if (single && isEmptyList(shape) && path.length > 1 && !facts.flat) {
    // `"Reason": []` where `Reason` is a text: each of the objects in the list has one.
    const item = { name: nameIn(path), repeated: false };
    const list: TypeExpression = { kind: "list", items: { kind: "object" } };
    return [
      withPath({ ...parameter, type: list }, path),
      withPath(parameter, [...path.slice(0, -1), { ...item, repeated: true }, item]),
    ];
  }
  if (type.kind === "map" || (single && !isWrapper)) return [withPath(parameter, path)];
  if (shape === undefined && facts.flat) {
    return [withPath({ ...parameter, ...styleOf(parameter, shape) }, path)];
  }
  if (shape === undefined) {
    const wrapped = facts.wrapsLists && type.kind === "list";
    return wrapped ? wrapItems(parameter, path, type) : [withPath(parameter, path)];
  }
  const listed = shape.list || type.kind === "list";
  const [inner] = shape.members;
  if (inner !== undefined && shape.members.size === 1 && !shape.list) {
    const [wrapper, items] = inner;
    const isItem = !items.single || items.members.size === 0 || isPluralOf(nameIn(path), wrapper);
    const isListed = items.list || (listed && isItem);
    if (isListed) {
      const item = itemType(type, items);
      return wrapItems(parameter, path, { kind: "list", items: item }, wrapper);
    }
  }
  if (single) return [withPath(parameter, path)];
  if (shape.members.size > 0) {
    const object: TypeExpression = { kind: "object" };
    const found: TypeExpression = listed ? { kind: "list", items: object } : object;
    return [withPath({ ...parameter, type: found }, path)];
  }
  if (shape.scalars.size === 0 || type.kind === "object") return [withPath(parameter, path)];
  const item = itemType(type, shape);
  const found: TypeExpression = listed ? { kind: "list", items: item } : item;
  return [withPath({ ...parameter, type: found, ...styleOf(parameter, shape) }, path)];
}

/** An answer's row with an example and an empty type: that of values is never left out. */
function isUntypedList(
  { type, typeSpan, facts: { example } }: Parameter,
  shape: ValueShape | undefined,
  { flat }: SettlingFacts,
): boolean {
  const untyped = type.kind === "scalar" && type.type === "any" && type.json !== true;
  const isOther =
    shape !== undefined && !shape.list && (shape.members.size > 0 || shape.scalars.size > 0);
  return !flat && untyped && typeSpan !== undefined && example !== undefined && !isOther;
}

/** The sample shows a list, and nothing in it. */
function isEmptyList(shape: ValueShape | undefined): boolean {
  return shape?.list === true && shape.scalars.size === 0 && shape.members.size === 0;
}

/** A list of which the type says no more is a JSON text where the sample or the prose says so. */
function styleOf(
  { type, facts }: Parameter,
  shape: ValueShape | undefined,
): { readonly style?: "json" } {
  const told = shape?.text === true || /\bJSON\b/i.test(facts.description ?? "");
  return type.kind === "list" && type.items === undefined && told ? { style: "json" } : {};
}

/** Whether the last name is that of the items of what the name before it calls a list. */
function isItemOfWrapper(path: readonly NameSegment[]): boolean {
  return isPluralOf(path.at(-2)?.name ?? "", nameIn(path)) && path.at(-2)?.repeated === false;
}

/** `IpAddresses` → the object `IpAddresses` with the list `IpAddress`. */
function wrapItems(
  parameter: Parameter,
  path: readonly NameSegment[],
  type: TypeExpression,
  wrapper: string = itemName(parameter),
): readonly Parameter[] {
  return [
    withPath({ ...parameter, type: { kind: "object" } }, path),
    withPath({ ...parameter, type }, [...path, { name: wrapper, repeated: false }]),
  ];
}

/** What the type cell says of items, else what the sample shows. */
function itemType(type: TypeExpression, { members, scalars }: ValueShape): TypeExpression {
  const stated = type.kind === "list" ? type.items : undefined;
  if (stated?.kind === "scalar" && stated.type !== "any") return stated;
  if (members.size > 0) return { kind: "object" };
  if (scalars.size === 0) return stated ?? { kind: "scalar", type: "any" };
  return { kind: "scalar", type: scalarOf(scalars) };
}

function scalarOf(kinds: ReadonlySet<ScalarKind>): "string" | "integer" | "float" | "boolean" {
  if (kinds.has("string")) return "string";
  if (kinds.has("float")) return "float";
  return kinds.has("integer") ? "integer" : "boolean";
}

function nameIn(path: readonly NameSegment[]): string {
  return path.at(-1)?.name ?? "";
}

function withPath(parameter: Parameter, segments: readonly NameSegment[]): Parameter {
  return { ...parameter, segments, path: pathOf(segments) };
}
