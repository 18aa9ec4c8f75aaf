import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { addRequestFacts } from "../derive/add-request-facts.ts";
import { deriveConstraints } from "../derive/rows/derive-constraints.ts";
import { deriveParameter } from "../derive/rows/derive-parameter.ts";
import type { Parameter } from "../derive/rows/parameter.ts";
import { findIdempotency } from "../derive/prose/find-idempotency.ts";
import type { ProseUnit } from "../derive/prose/sentence.ts";
import { readText } from "../markdown/read-prose.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import type { ParameterColumn } from "../page/column-titles.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Constraints, Member, Shape } from "../spec/operation.ts";
import { locate } from "../text/source.ts";
import type { ExplainedFact, Place } from "./explanation.ts";
import { findSentences, type Saying } from "./find-sentences.ts";

/** A member and the row that documents it. */
export interface DocumentedMember {
  readonly side: "request" | "response";
  readonly member: Member;
  /** The member as derived from the page, without overlays; `undefined` where an overlay adds it. */
  readonly stated: Member | undefined;
  readonly page: Page;
  readonly row: ParameterRow | undefined;
  /** The page's file, absolute. */
  readonly file: string;
  /** Returns the place and the reason of the overlay action that sets a key of the member. */
  readonly correctionOf: (
    key: string,
  ) => { readonly place: Place; readonly because: string } | undefined;
}

/** The constraint keys that get a fact of their own, in the order of the spec. */
const constraintKeys = [
  "format",
  "default",
  "enum",
  "length",
  "range",
  "unit",
  "count",
  "pattern",
] as const;

/** Lists the facts of a member, each with the cell, sentence or overlay it comes from. */
export function explainMember(about: DocumentedMember): ExplainedFact[] {
  const { member, stated } = about;
  const reader = openRow(about);
  const fact = (
    key: string,
    value: unknown,
    earlier: unknown,
    find: () => Found,
  ): ExplainedFact[] => {
    if (value === undefined) return [];
    const correction = isDeepStrictEqual(value, earlier) ? undefined : about.correctionOf(key);
    const shown = show(value);
    if (correction === undefined) return [{ key, value: shown, ...find() }];
    return [
      { key, value: shown, from: "overlay", place: correction.place, text: correction.because },
    ];
  };
  const constraints = constraintsOf(member);
  const earlier = stated === undefined ? {} : constraintsOf(stated);
  return [
    ...fact("type", typeOf(member), stated && typeOf(stated), reader.type),
    ...fact("required", member.required, stated?.required, reader.required),
    ...fact("filledBy", member.filledBy, stated?.filledBy, () =>
      inferred("the client has an option for this parameter of the protocol"),
    ),
    ...fact(
      "idempotencyToken",
      member.idempotencyToken?.value,
      stated?.idempotencyToken?.value,
      reader.idempotency,
    ),
    ...constraintKeys.flatMap((key) =>
      fact(key, constraints[key], earlier[key], () => {
        const found = reader.constraint(key);
        const line = lineOf(earlier[key]);
        const other = line === undefined ? undefined : rowAround(about.page, line);
        // The row of a nested member may give the number of items of a list.
        return found.from !== "inference" || other === undefined
          ? found
          : openRow({ ...about, row: other }).constraint(key);
      }),
    ),
    ...(member.conditions ?? []).flatMap((condition, index) =>
      fact(
        "conditions",
        condition,
        stated?.conditions?.find((one) => isDeepStrictEqual(one, condition)),
        () => reader.condition(index),
      ),
    ),
    ...fact("example", member.example, stated?.example, () => reader.cell("example")),
  ];
}

function lineOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null && "line" in value
    ? (value.line as number | undefined)
    : undefined;
}

/** The row that contains a line of the page. */
function rowAround(page: Page, line: number): ParameterRow | undefined {
  const { source } = page;
  return [...page.request, ...page.response, ...page.types].find(
    ({ span }) => locate(source, span.start).line <= line && line <= locate(source, span.end).line,
  );
}

/** The origin of a fact. */
type Found = Pick<ExplainedFact, "from" | "place" | "text">;

function inferred(text: string): Found {
  return { from: "inference", text };
}

/** Returns functions that find the origin of facts in a row. */
function openRow({ page, row, file, side, stated }: DocumentedMember) {
  const { source } = page;
  const parameter = row && deriveParameter(source, row, () => undefined);
  const example = parameter?.facts.example ?? "";
  const own = parameter?.segments.at(-1)?.name === stated?.name;
  const place = (offset: number): Place => ({ path: file, ...locate(source, offset) });
  const cell = (column: ParameterColumn, why = "the row says no more of it"): Found => {
    const piece = own ? row?.cells.get(column) : undefined;
    const text = piece === undefined ? "" : readText(piece);
    return piece === undefined || text === ""
      ? inferred(stated !== undefined && row === undefined ? "its row is unknown" : why)
      : { from: "cell", place: place(piece.span.start), text };
  };
  const sentence = (saying: Saying | undefined): Found | undefined => {
    if (saying === undefined || parameter === undefined) return undefined;
    const line = saying.line + parameter.proseLine - 1;
    return {
      from: "sentence",
      place: { path: file, line, column: columnOf(page, line, saying) },
      text: saying.text,
    };
  };
  const wholeDescription = () => cell("description");
  let request: readonly Parameter[] | undefined;
  const conditionsIn = (of: Parameter, prose: readonly ProseUnit[]) => {
    request ??= page.request.flatMap((one) => deriveParameter(source, one, () => undefined) ?? []);
    return addRequestFacts({ ...of, prose }, request).facts.conditions;
  };
  let conditions: ReturnType<typeof conditionsIn>;
  return {
    cell,
    type: () =>
      cell("type", own ? "the table has no type for it" : "other rows name members of it"),
    required: () =>
      side === "response"
        ? inferred(
            stated?.required === true
              ? "every sample on the page has it"
              : "no sample shows that it is always there",
          )
        : cell(
            "required",
            own
              ? "the table does not say that it is required"
              : stated?.required === true
                ? "a member of it is required"
                : "no member of it is required",
          ),
    idempotency: () =>
      parameter === undefined
        ? wholeDescription()
        : (saidBy(parameter.prose, findIdempotency, sentence) ?? wholeDescription()),
    constraint(key: keyof Constraints): Found {
      if (parameter === undefined) return wholeDescription();
      const read = (units: readonly ProseUnit[]) => {
        const { constraints, count } = deriveConstraints(units, { ...parameter, example });
        return key === "count" ? (count ?? constraints.count) : constraints[key];
      };
      if (read([]) !== undefined) return cell("type");
      return saidBy(parameter.prose, read, sentence) ?? wholeDescription();
    },
    condition(index: number): Found {
      if (parameter === undefined) return wholeDescription();
      const read = (prose: readonly ProseUnit[]) => conditionsIn(parameter, prose);
      const wanted = (conditions ??= read(parameter.prose))?.[index];
      // Rules refer to the row's own parameter by the first sentence of its description.
      const subject = parameter.prose.slice(0, 1).map((unit) => {
        return { ...unit, sentences: unit.sentences.slice(0, 1) };
      });
      const inOne = (units: readonly ProseUnit[]) =>
        read([...subject, ...units])?.find((one) => isDeepStrictEqual(one, wanted));
      return (
        (wanted === undefined
          ? undefined
          : sentence(findSentences(parameter.prose, inOne, wanted))) ?? wholeDescription()
      );
    },
  };
}

/** The sentences that give the same result as the whole description, as an origin. */
function saidBy(
  prose: Parameter["prose"],
  read: (units: readonly ProseUnit[]) => unknown,
  sentence: (saying: Saying | undefined) => Found | undefined,
): Found | undefined {
  const wanted = read(prose);
  return wanted === undefined ? undefined : sentence(findSentences(prose, read, wanted));
}

/**
 * The column (from 1) at which a sentence starts on its line; 1 where it is not found.
 *
 * Searches for the longest prefix of its first word, because markup may interrupt the word.
 */
function columnOf({ source }: Page, line: number, { text }: Saying): number {
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length;
  const shown = source.text.slice(start, end);
  const word = /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? text.slice(0, 1);
  for (let length = word.length; length > 0; length -= 1) {
    const at = shown.indexOf(word.slice(0, length));
    if (at !== -1) return at + 1;
  }
  return 1;
}

/** The constraints of a value; for a list, the item's constraints and the list's count. */
function constraintsOf(shape: Shape): Constraints {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array": {
      const { count } = shape;
      return { ...constraintsOf(shape.items), ...(count === undefined ? {} : { count }) };
    }
    case "map":
      return constraintsOf(shape.values);
    case "object":
      return {};
  }
}

/** Formats a type: `array of integer`. */
function typeOf(shape: Shape): string {
  if (isScalarShape(shape)) return shape.type;
  switch (shape.type) {
    case "array":
      return `array of ${typeOf(shape.items)}`;
    case "map":
      return `map of ${typeOf(shape.values)}`;
    case "object":
      return "object";
  }
}

/** Formats a value as in the spec, on one line and without line numbers. */
function show(value: unknown): string {
  if (typeof value === "string") return value;
  const plain: unknown = JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === "line" ? undefined : inner)),
  );
  const isFact =
    typeof plain === "object" &&
    plain !== null &&
    "value" in plain &&
    Object.keys(plain).length === 1;
  return stringify(isFact ? plain.value : plain, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
