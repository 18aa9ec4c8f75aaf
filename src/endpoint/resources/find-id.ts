import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Operation } from "../../spec/operation.ts";
import { endsWithWords } from "./ends-with-words.ts";
import { findIdParameter } from "./find-id-parameter.ts";
import { knownAnswer } from "./known-answer.ts";
import { readAction } from "./read-action.ts";
import { readIdName } from "./read-id-name.ts";
import { startsWithWords } from "./starts-with-words.ts";
import { walkAnswer } from "./walk-answer.ts";

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
