import type { Operation } from "../../spec/operation.ts";
import type { Outcome, Parameters } from "../call.ts";
import { changeAt } from "./change-at.ts";
import { exampleValue } from "./example-value.ts";
import { findDocumentedError } from "./find-documented-error.ts";
import { findResources } from "./find-resources.ts";
import { findSampleId } from "./find-sample-id.ts";
import type { Json, JsonObject } from "./json.ts";
import { knownAnswer } from "./known-answer.ts";
import { listAnswer } from "./list-answer.ts";
import type { ListPlan } from "./list-plan.ts";
import { makeShelf, type Shelf } from "./make-shelf.ts";
import { readIds } from "./read-ids.ts";
import { refuseDeleted } from "./refuse-deleted.ts";
import type { Part, Resource, ResourceModel } from "./resource.ts";
import { showResource } from "./show-resource.ts";
import { structureParameters } from "./structure-parameters.ts";
import { toText } from "./to-text.ts";

/** The resources that an endpoint has, and what calls do to them. */
export interface Resources {
  /** What kinds there are. Found out when it is first asked. */
  readonly model: () => ResourceModel;
  /**
   * Carries a call out. The value is what the answer tells; absent where nothing is known, and the page's
   * sample stands. A refusal is the page's error for what was deleted, or made already.
   */
  carryOut(operation: Operation, parameters: Parameters): Outcome<Json | undefined>;
  /** Those of a kind. */
  shelfOf(resource: Resource): Shelf;
  /** Lets a list have further resources and change while it is read. */
  plan(resource: Resource, plan: ListPlan): void;
  /** Forgets all resources and plans. */
  clear(): void;
}

/** Makes a memory without anything in it. */
export function keepResources(operations: readonly Operation[]): Resources {
  let found: ResourceModel | undefined;
  const model = () => (found ??= findResources(operations));
  const shelves = new Map<Resource, Shelf>();
  const plans = new Map<Resource, Set<ListPlan>>();

  const shelfOf = (resource: Resource): Shelf => {
    const shelf = shelves.get(resource) ?? makeShelf(resource);
    shelves.set(resource, shelf);
    return shelf;
  };

  const seed = (resource: Resource, count: number, members: JsonObject) => {
    const sample = findSampleId(resource);
    const shelf = shelfOf(resource);
    for (let left = count; left > 0; left -= 1) shelf.put(toText(shelf.newId(sample)), members);
  };

  const list = (operation: Operation, part: Part, given: JsonObject): Outcome<Json | undefined> => {
    const shelf = shelfOf(part.resource);
    if (shelf.count() === 0) return { value: undefined };
    const planned = plans.get(part.resource) ?? new Set();
    const stored = shelf.all();
    const isEmpty = (page: number) => [...planned].some(({ emptyPage }) => emptyPage === page);
    const answer = listAnswer({ operation, part, given, stored, isEmpty });
    if ("refusal" in answer) return answer;
    for (const plan of planned) {
      if (plan.afterPage !== answer.value.page) continue;
      planned.delete(plan);
      for (const { id } of stored.slice(0, plan.remove ?? 0)) shelf.remove(id);
      seed(part.resource, plan.add ?? 0, { ...plan.members });
    }
    return { value: answer.value.value };
  };

  return {
    model,
    shelfOf,
    carryOut(operation, parameters) {
      const part = model().partOf(operation);
      if (part === undefined && model().namedBy(operation).length === 0)
        return { value: undefined };
      const own = operation.request.filter((member) => member.idempotencyToken === undefined);
      const given = structureParameters(own, parameters);
      const deletedOf = (resource: Resource) => shelfOf(resource).deleted;
      const refusal = refuseDeleted(operation, given, model(), deletedOf);
      if (refusal !== undefined) return { refusal };
      if (part === undefined) return { value: undefined };
      const { resource, role } = part;
      switch (role) {
        case "create":
          return create(operation, part, given, shelfOf(resource));
        case "list":
          return list(operation, part, given);
        case "describe":
        case "update":
        case "delete":
          return { value: reach(operation, part, given, shelfOf(resource)) };
      }
    },
    plan(resource, plan) {
      seed(resource, plan.count ?? 0, { ...plan.members });
      plans.set(resource, (plans.get(resource) ?? new Set()).add(plan));
    },
    clear: () => {
      shelves.clear();
      plans.clear();
    },
  };
}

/** Makes as many as the sample's answer has ids, and tells their ids instead of the sample's. */
function create(
  operation: Operation,
  part: Part,
  given: JsonObject,
  shelf: Shelf,
): Outcome<Json | undefined> {
  const { resource, place } = part;
  if (resource.chosen) {
    const id = given[resource.id];
    if (typeof id !== "string") return { value: undefined };
    const twice =
      shelf.find(id) === undefined ? undefined : findDocumentedError(operation, resource, "twice");
    if (twice !== undefined) return { refusal: twice };
    return { value: showResource(operation, part, shelf.put(id, given)) };
  }
  const made: string[] = [];
  const make = (sample: Json) => {
    const id = shelf.newId(sample);
    made.push(shelf.put(toText(id), given).id);
    return id;
  };
  const { members, example } = knownAnswer(operation);
  let answer = changeAt(example, place, make);
  // A sample may lack what the table of its page has.
  if (made.length === 0) answer = changeAt(exampleValue({ type: "object", members }), place, make);
  const [first = "", ...others] = made;
  const only = others.length === 0 ? shelf.find(first) : undefined;
  if (only === undefined) return { value: answer };
  return { value: showResource(operation, part, only, answer) };
}

/** Describes, changes or removes those that the call names. Of what was never created nothing is known. */
function reach(
  operation: Operation,
  part: Part,
  given: JsonObject,
  shelf: Shelf,
): Json | undefined {
  const { resource, role } = part;
  let last;
  for (const id of readIds(operation, resource, given) ?? []) {
    let one = shelf.find(id);
    if (one === undefined) continue;
    if (role === "update") one = shelf.change(one, readChanges(id, given, resource));
    if (role === "delete") shelf.remove(id);
    last = one;
  }
  return last === undefined ? undefined : showResource(operation, part, last);
}

/** What an update gives, a new name (`NewComments`) by the old one. The id stays, unless there is a new one. */
function readChanges(id: string, given: JsonObject, resource: Resource): JsonObject {
  const changes = { ...given, [resource.id]: id };
  return Object.fromEntries(
    Object.entries(changes)
      .sort(([one], [other]) => Number(isNew(one)) - Number(isNew(other)))
      .map(([name, value]) => [isNew(name) ? name.slice(NEW.length) : name, value]),
  );
}

const NEW = "New";

function isNew(name: string): boolean {
  return name.startsWith(NEW) && /[A-Z]/.test(name.charAt(NEW.length));
}
