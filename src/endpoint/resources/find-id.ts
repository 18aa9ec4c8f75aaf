import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation } from "../../spec/operation.ts";
import { type Json, type JsonObject, ownMember, parseJson, toText } from "../wire/json.ts";
import { changeAt, walkAnswer } from "./answer-places.ts";
import { knownAnswer } from "./known-answer.ts";
import { endsWithWords, readAction, readIdName, startsWithWords } from "./read-names.ts";
import type { Resource } from "./resource.ts";

/** How that which an operation creates is named. */
export interface FoundId {
  readonly name: string;
  /** What it is the id of. */
  readonly of: readonly string[];
  readonly chosen: boolean;
  /** Where the answer has it; empty where the caller chooses it. */
  readonly place: readonly string[];
}

/**
 * The id of what an operation creates: a member of its answer that has the name of what it creates, or
 * a name that the caller gives it, and that other operations of the product on the same thing take.
 * The one that most of them take, those that delete above all.
 */
export function findId(create: Operation, others: readonly Operation[]): FoundId | undefined {
  let best: FoundId | undefined;
  let most = 0;
  for (const candidate of [...idsInAnswer(create), ...idsInRequest(create)]) {
    const uses = countUses(candidate, create, others);
    // A name may only be a filter elsewhere; one by which things are told apart has to be given.
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
    // An id is the service's own; a name that the caller gave only comes back.
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

/** A `DBInstanceId` names a "serverless DB instance", and a `TemplateGroupId` what is called a "group". */
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

/** The request member in which a call names resources by their id: `ListenerId`, or `ListenerIds` for several. */
export function findIdParameter({ request }: Operation, id: string): Member | undefined {
  return (
    request.find((member) => member.name === id && holdsIds(member)) ??
    request.find((member) => readIdName(member.name)?.name === id && holdsIds(member))
  );
}

function holdsIds(member: Member): boolean {
  return isScalarShape(member) || (member.type === "array" && isScalarShape(member.items));
}

/** The ids that a call names; nothing where it names none. */
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
  // A text for several, as JSON or joined by commas.
  const list = text.startsWith("[") ? parseJson(text) : undefined;
  return Array.isArray(list) ? texts(list as readonly Json[]) : text.split(",");
}

function texts(values: readonly Json[]): string[] {
  return values.map(toText);
}

/** The id of a resource that the sample of one of its operations shows. */
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

/** Digits of the number in an id, where the sample's id has that many letters to give away. */
const DIGITS = 6;

/**
 * The id with a number, in the shape of the page's: what the page has blackened (`lsr-bp1****`) gives way
 * to the number, or else the end of the id does.
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
