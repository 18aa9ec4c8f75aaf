import { walkMembers } from "../../src/spec/member-path.ts";
import type { Bounds, Member, Operation, ScalarValue, Shape } from "../../src/spec/operation.ts";

/** A fact as `constraints/*.yaml` has it; `constraints/README.md` describes the kinds. */
export interface LabelledFact {
  readonly side: "request" | "response";
  readonly row: string;
  readonly kind: string;
  readonly line: number;
  readonly values?: readonly { readonly value: ScalarValue; readonly meaning?: string | null }[];
  readonly value?: ScalarValue;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly accepts?: readonly string[];
  readonly rejects?: readonly string[];
  readonly when?: { readonly member: string; readonly in: readonly ScalarValue[] };
}

/** A fact that docwright derived. */
export interface DerivedFact {
  readonly side: "request" | "response";
  /** The row that states it; the count of a list may be stated by any row inside the list. */
  readonly rows: readonly string[];
  readonly kind: string;
  readonly line: number | undefined;
  readonly content: unknown;
  /** Whether it says the same as a labelled one. */
  equals(label: LabelledFact): boolean;
}

export interface Comparison {
  readonly right: readonly DerivedFact[];
  /** Derived and not labelled. */
  readonly wrong: readonly DerivedFact[];
  readonly found: readonly LabelledFact[];
  /** Labelled and not derived. */
  readonly missed: readonly LabelledFact[];
}

/**
 * Holds what docwright derived from a page against what a reader wrote down. Side, row, kind, content
 * and line all have to agree, without tolerance; each fact answers for one label.
 */
export function compareConstraints(
  labels: readonly LabelledFact[],
  operation: Operation | undefined,
): Comparison {
  const derived = operation === undefined ? [] : [...factsOf(operation)];
  const right: DerivedFact[] = [];
  const found = new Set<LabelledFact>();
  for (const fact of derived) {
    const label = labels.find((one) => !found.has(one) && isSame(fact, one));
    if (label === undefined) continue;
    right.push(fact);
    found.add(label);
  }
  for (const label of labels) {
    if (label.kind === "count" && right.some((fact) => says(fact, label))) found.add(label);
  }
  return {
    right,
    wrong: derived.filter((fact) => !right.includes(fact)),
    found: [...found],
    missed: labels.filter((label) => !found.has(label)),
  };
}

function isSame(fact: DerivedFact, label: LabelledFact): boolean {
  return fact.line === label.line && says(fact, label);
}

function says(fact: DerivedFact, label: LabelledFact): boolean {
  return (
    fact.side === label.side &&
    fact.rows.includes(label.row) &&
    fact.kind === label.kind &&
    fact.equals(label)
  );
}

function* factsOf(operation: Operation): Generator<DerivedFact> {
  for (const side of ["request", "response"] as const) {
    for (const { member } of walkMembers(operation[side])) {
      if (member === undefined) continue;
      for (const fact of factsOfMember(member)) yield { side, ...fact };
    }
  }
}

function* factsOfMember(member: Member): Generator<Omit<DerivedFact, "side">> {
  const rows = [member.name];
  const inside = member.type === "array" ? member.items : member;
  const lines = inside.type === "object" ? inside.members.map(({ line }) => line) : [];
  for (const condition of member.conditions ?? []) {
    // A list without a row of its own repeats what the rows inside it say.
    if (condition.kind === "equals" || lines.includes(member.line)) continue;
    const { kind, line, when } = condition;
    yield {
      rows,
      kind,
      line,
      content: when,
      equals: (label) =>
        label.when !== undefined &&
        when.member.replaceAll("[]", "").split(".").at(-1) === label.when.member &&
        isSameSet(when.in.map(inLowerCase), label.when.in.map(inLowerCase)),
    };
  }
  yield* factsOfShape(member, rows);
}

function* factsOfShape(
  shape: Shape,
  rows: readonly string[],
): Generator<Omit<DerivedFact, "side">> {
  if (shape.type === "array") {
    const inside = shape.items.type === "object" ? shape.items.members.map(({ name }) => name) : [];
    if (shape.count !== undefined) yield boundsFact("count", shape.count, [...rows, ...inside]);
    yield* factsOfShape(shape.items, rows);
    return;
  }
  if (shape.type === "map") {
    yield* factsOfShape(shape.values, rows);
    return;
  }
  // The walk comes to its members by itself.
  if (shape.type === "object") return;
  for (const kind of ["length", "range", "count"] as const) {
    const bounds = shape[kind];
    if (bounds !== undefined) yield boundsFact(kind, bounds, rows);
  }
  const { default: fallback, unit, pattern, enum: values } = shape;
  if (fallback !== undefined) {
    const equals = ({ value }: LabelledFact) => value === fallback.value;
    yield { rows, kind: "default", line: fallback.line, content: fallback.value, equals };
  }
  if (unit !== undefined) {
    const equals = (label: LabelledFact) => label.unit === unit.value;
    yield { rows, kind: "unit", line: unit.line, content: unit.value, equals };
  }
  if (pattern !== undefined) {
    const expression = new RegExp(pattern.value, "u");
    const equals = ({ accepts = [], rejects = [] }: LabelledFact) =>
      accepts.every((text) => expression.test(text)) &&
      !rejects.some((text) => expression.test(text));
    yield { rows, kind: "pattern", line: pattern.line, content: pattern.value, equals };
  }
  if (values !== undefined) {
    const equals = ({ values: labelled = [] }: LabelledFact) =>
      labelled.length === values.values.length &&
      values.values.every(
        ({ value, meaning = "" }, index) =>
          value === labelled[index]?.value &&
          bare(meaning).includes(bare(labelled[index].meaning ?? "")),
      );
    const content = values.values.map(({ value, meaning }) => [value, meaning]);
    yield { rows, kind: "enum", line: values.values[0]?.line, content, equals };
  }
}

function boundsFact(
  kind: string,
  bounds: Bounds,
  rows: readonly string[],
): Omit<DerivedFact, "side"> {
  const equals = ({ min, max }: LabelledFact) => bounds.min === min && bounds.max === max;
  return { rows, kind, line: bounds.line, content: { min: bounds.min, max: bounds.max }, equals };
}

function isSameSet(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));
}

/** A text without Markdown's marks and white space, which pages put between any two characters. */
function bare(text: string): string {
  return text.replaceAll(/[\s*`\\]/g, "");
}

/** Pages spell a value now like this, now like that; the spec has it as the list of values has it. */
function inLowerCase(value: ScalarValue): ScalarValue {
  return typeof value === "string" ? value.toLowerCase() : value;
}
