import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation } from "../../spec/operation.ts";
import { type Json, type JsonObject, ownMember, parseJson, toText } from "../wire/json.ts";
import { changeAt, walkAnswer } from "./answer-places.ts";
import { knownAnswer } from "./known-answer.ts";
import { endsWithWords, readAction, readIdName, startsWithWords } from "./read-names.ts";
import type { Resource } from "./resource.ts";

/** The member that identifies the resource that an operation creates. */
export interface FoundId {
  readonly name: string;
  /** The words of the resource in the ID's name. */
  readonly of: readonly string[];
  readonly chosen: boolean;
  /** Its place in the response; empty where the caller chooses the ID. */
  readonly place: readonly string[];
}

/**
 * Finds the ID of the resource that an operation creates.
 *
 * Candidates are response members named after the resource, and names that the caller gives it. Other
 * operations on the resource must take it. The most used one wins; deletes and required members count
 * double.
 */
export function findId(create: Operation, others: readonly Operation[]): FoundId | undefined {
  let best: FoundId | undefined;
  let most = 0;
  for (const candidate of [...idsInAnswer(create), ...idsInRequest(create)]) {
    const uses = countUses(candidate, create, others);
    // A name may only be a filter elsewhere, so one optional use does not make it an ID.
    if (uses > (candidate.chosen ? Math.max(most, 1) : most)) [best, most] = [candidate, uses];
  }
  return best;
}

function idsInAnswer(create: Operation): FoundId[] {
  const { noun } = readAction(create);
  return walkAnswer(knownAnswer(create).members).flatMap(({ place, shape }) => {
    const member = place.findLast((name) => name !== "[]");
    const found = member === undefined ? undefined : readIdName(member);
    if (!isScalarShape(shape) || found === undefined || !isOf(noun, found.of)) return [];
    // The service creates an ID; a name in the response repeats the caller's.
    const given = !/id$/i.test(found.name) && findIdParameter(create, found.name) !== undefined;
    return given ? [] : [{ ...found, chosen: false, place }];
  });
}

function idsInRequest(create: Operation): FoundId[] {
  const { noun } = readAction(create);
  return create.request.flatMap((member) => {
    const found = readIdName(member.name);
    const fits = isScalarShape(member) && found?.name === member.name && !/id$/i.test(found.name);
    return fits && isOf(noun, found.of) ? [{ ...found, chosen: true, place: [] }] : [];
  });
}

/** A `DBInstanceId` identifies a "serverless DB instance", and a `TemplateGroupId` a "group". */
function isOf(noun: readonly string[], of: readonly string[]): boolean {
  return endsWithWords(noun, of) || endsWithWords(of, noun);
}

function countUses(id: FoundId, create: Operation, others: readonly Operation[]): number {
  const { noun } = readAction(create);
  let uses = 0;
  for (const other of others) {
    const action = readAction(other);
    if (other === create || action.kind === "create" || action.kind === "other") continue;
    const same = startsWithWords(action.noun, noun) || endsWithWords(action.noun, id.of);
    const parameter = same ? findIdParameter(other, id.name) : undefined;
    if (parameter === undefined) continue;
    uses += action.kind === "delete" || parameter.required ? 2 : 1;
  }
  return uses;
}

/** The request member that takes IDs of resources: `ListenerId`, or `ListenerIds` for several. */
export function findIdParameter({ request }: Operation, id: string): Member | undefined {
  return (
    request.find((member) => member.name === id && holdsIds(member)) ??
    request.find((member) => readIdName(member.name)?.name === id && holdsIds(member))
  );
}

function holdsIds(member: Member): boolean {
  return isScalarShape(member) || (member.type === "array" && isScalarShape(member.items));
}

/** The IDs in a call; `undefined` where it has none. */
export function readIds(
  operation: Operation,
  { id }: Resource,
  given: JsonObject,
): readonly string[] | undefined {
  const parameter = findIdParameter(operation, id);
  const value = parameter === undefined ? undefined : ownMember(given, parameter.name);
  if (value === undefined || parameter === undefined) return undefined;
  if (Array.isArray(value)) return texts(value as readonly Json[]);
  const text = toText(value);
  if (parameter.name === id) return [text];
  // Several IDs in one string, as JSON or joined by commas.
  const list = text.startsWith("[") ? parseJson(text) : undefined;
  return Array.isArray(list) ? texts(list as readonly Json[]) : text.split(",");
}

function texts(values: readonly Json[]): string[] {
  return values.map(toText);
}

/** The ID of a resource in the samples of its operations. */
export function findSampleId({ operations, id }: Resource): Json {
  const { create, list, describe } = operations;
  for (const operation of [...create, ...list, ...describe]) {
    const { members, example } = knownAnswer(operation);
    const found: Json[] = [];
    for (const { place } of walkAnswer(members)) {
      if (place.at(-1) !== id) continue;
      changeAt(example, place, (inside) => {
        found.push(inside);
        return inside;
      });
    }
    const [first] = found;
    if (first !== undefined && typeof first !== "object") return first;
  }
  return id.toLowerCase();
}

/** Digits of the number in an ID, where the sample's ID has as many characters to replace. */
const DIGITS = 6;

/**
 * Creates an ID in the format of the page's sample.
 *
 * The number replaces the sample's asterisks (`lsr-bp1****`), or else the end of the ID.
 */
export function makeId(sample: Json, count: number): Json {
  const text = typeof sample === "string" ? sample : "";
  if (typeof sample === "number" || typeof sample === "bigint") return count;
  const stars = /\*+/.exec(text);
  if (stars !== null) {
    const number = String(count).padStart(stars[0].length, "0");
    return text.slice(0, stars.index) + number + text.slice(stars.index + stars[0].length);
  }
  const end = /(?<![A-Za-z\d])[A-Za-z\d]*$/.exec(text)?.[0] ?? "";
  const number = String(count).padStart(Math.min(DIGITS, end.length), "0");
  return text.slice(0, text.length - Math.min(number.length, end.length)) + number;
}
