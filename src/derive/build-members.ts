import type { Report } from "../diagnostics/diagnostic.ts";
import type {
  Bounds,
  Constraints,
  Member,
  MemberFacts,
  Shape,
  WireStyle,
} from "../spec/operation.ts";
import type { Limits } from "../text/limits.ts";
import type { Parameter } from "./rows/parameter.ts";
import type { NameSegment, TypeExpression } from "./rows/parse-cells.ts";

/** A member while its rows are being collected. */
interface Node {
  readonly name: string;
  /** Whether the rows of its members write it with `.N`; nothing where there is none yet. */
  through?: boolean;
  /** The row that made it: its own, or the first one that implies it. */
  readonly first: Parameter;
  /** Its own row; a member that only dotted names imply has none. */
  own?: Parameter;
  readonly children: Map<string, Node>;
}

/** The members of a side, and how many they are with those in others. */
interface Tree {
  readonly roots: Map<string, Node>;
  size: number;
}

/** How lists and objects of this side go over the wire; a response has no style. */
interface Side {
  readonly style?: WireStyle;
}

/**
 * Puts rows into a tree. `PortRanges.N.FromPort` and `PortRanges.N.ToPort` are one list of objects,
 * which is required when a member of it is. What is beyond a limit is left out, and reported.
 */
export function buildMembers(
  parameters: readonly Parameter[],
  side: Side,
  limits: Pick<Limits, "members" | "nesting">,
  report: Report,
): Member[] {
  const tree: Tree = { roots: new Map(), size: 0 };
  for (const [index, parameter] of parameters.entries()) {
    const { row, span, segments } = parameter;
    if (segments.length > limits.nesting) {
      report("limit/nesting", span, { found: segments.length, allowed: limits.nesting, row });
      continue;
    }
    insert(tree, parameter, report);
    if (tree.size > limits.members) {
      report("limit/members", span, { found: tree.size, allowed: limits.members, row });
      // Nothing is left out without being named.
      for (const left of parameters.slice(index + 1)) {
        report("page/unread-row", left.span, { row: left.row });
      }
      break;
    }
  }
  return [...tree.roots.values()].map((node) => finishMember(node, side));
}

function insert(tree: Tree, parameter: Parameter, report: Report): void {
  const { row, span, segments } = parameter;
  const addNode = (level: Map<string, Node>, { name }: NameSegment): Node => {
    const node: Node = { name, first: parameter, children: new Map() };
    level.set(name, node);
    tree.size += 1;
    return node;
  };
  let level = tree.roots;
  for (const segment of segments.slice(0, -1)) {
    const node = level.get(segment.name) ?? addNode(level, segment);
    const { own, through = segment.repeated } = node;
    const alike = own?.type.kind === "list" || through === segment.repeated;
    if (!alike || (own !== undefined && !mayHold(own, segment.repeated))) {
      report("derive/conflicting-parameter", span, { row, line: node.first.line });
      return;
    }
    node.through = through;
    level = node.children;
  }
  const leaf = segments.at(-1);
  if (leaf === undefined) return;
  const node = level.get(leaf.name) ?? addNode(level, leaf);
  if (node.own !== undefined) {
    if (isOtherItem(parameter, node.own)) return;
    report("derive/duplicate-parameter", span, { row, line: node.own.line });
  } else if (node.through !== undefined && !mayHold(parameter, node.through)) {
    report("derive/conflicting-parameter", span, { row, line: node.first.line });
  } else node.own = parameter;
}

/** Whether a row's type leaves room for rows of members, written with `.N` or without. */
function mayHold({ type, segments }: Parameter, repeated: boolean): boolean {
  const itself = segments.at(-1)?.repeated === true;
  switch (type.kind) {
    case "list":
      return type.items?.kind !== "scalar";
    case "scalar":
      return type.type === "any" && (repeated || !itself);
    case "object":
    case "map":
      return repeated === itself;
  }
}

/** `Filter.1.Key` and `Filter.2.Key` are two items of one list, of which the first row speaks. */
function isOtherItem(parameter: Parameter, first: Parameter): boolean {
  return parameter.row !== first.row && /\.\d+(?:\.|$)/.test(parameter.row);
}

function finishMember(node: Node, side: Side): Member {
  const own = node.own;
  // Inside a text there is one style, that of the text.
  const style = own?.style;
  const inside: Side = style === undefined ? side : {};
  const children = [...node.children.values()].map((child) => finishMember(child, inside));
  const shape = shapeOf(node, children, style === undefined ? side : { style });
  // What holds for everything inside a list that has no row of its own holds for the list.
  const lifted = own === undefined ? sharedConditions(children) : undefined;
  const facts: MemberFacts = {
    name: node.name,
    required: own?.required ?? children.some(({ required }) => required),
    line: own?.line ?? node.first.line,
    ...own?.facts,
    ...(lifted === undefined ? {} : { conditions: lifted }),
  };
  return { ...facts, ...shape };
}

function shapeOf(node: Node, children: readonly Member[], side: Side): Shape {
  const type: TypeExpression = node.own?.type ?? { kind: "object" };
  const constraints = node.own?.constraints ?? {};
  const repeated = node.through === true || node.own?.segments.at(-1)?.repeated === true;
  if (children.length > 0) {
    const object: Shape = { type: "object", members: children };
    const isList = repeated || type.kind === "list";
    return isList
      ? { type: "array", ...side, ...countOf(node), items: object }
      : { ...object, ...side };
  }
  const value = {
    ...valueOf(type, constraints, side),
    ...(type.kind === "list" ? countOf(node) : {}),
  };
  // `Tag.N` of type String is a list of strings; `Tag.N` of type "Array of String" is one list too.
  return repeated && type.kind !== "list"
    ? { type: "array", ...side, ...countOf(node), items: value }
    : value;
}

/** How many items a list takes: its own row says so, or the rows inside it ("N的取值范围"). */
function countOf({ own, children }: Node): { readonly count?: Bounds } {
  if (own?.count !== undefined) return { count: own.count };
  const inside = [...children.values()].flatMap((child) => {
    const { count, segments = [] } = child.own ?? {};
    // Of several lists around a row it is not known which one is meant.
    return count !== undefined && segments.filter(({ repeated }) => repeated).length === 1
      ? [count]
      : [];
  });
  const [first, ...rest] = inside;
  const agree = rest.every(({ min, max }) => min === first?.min && max === first?.max);
  return first === undefined || !agree ? {} : { count: first };
}

function valueOf(type: TypeExpression, constraints: Constraints, side: Side): Shape {
  switch (type.kind) {
    case "scalar":
      return { type: type.type, ...constraints };
    case "list":
      return {
        type: "array",
        ...side,
        // Inside a list the style of the list goes on.
        items:
          type.items === undefined
            ? { type: "any", ...constraints }
            : valueOf(type.items, constraints, {}),
      };
    case "object":
      return { type: "object", ...side, members: [] };
    case "map":
      return { type: "map", ...side, values: { type: "any" } };
  }
}

function sharedConditions(children: readonly Member[]): MemberFacts["conditions"] {
  const [first, ...rest] = children.map(({ conditions }) => conditions ?? []);
  const shared = (first ?? []).filter(
    ({ kind, ...condition }) =>
      kind !== "equals" &&
      "when" in condition &&
      rest.every((others) =>
        others.some(
          (other) =>
            other.kind === kind && JSON.stringify(other.when) === JSON.stringify(condition.when),
        ),
      ),
  );
  return shared.length === 0 ? undefined : shared;
}
