import type { Operation } from "../../spec/operation.ts";
import { structureParameters } from "../parameters/structure-parameters.ts";
import { type Outcome, type Parameters, refuse } from "../wire/call.ts";
import {
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
  packJson,
  toText,
} from "../wire/json.ts";
import { changeAt, membersAt, walkAnswer } from "./answer-places.ts";
import { findSampleId, makeId, readIds } from "./find-id.ts";
import { findResources } from "./find-resources.ts";
import { exampleValue, knownAnswer } from "./known-answer.ts";
import { listAnswer } from "./list-answer.ts";
import { makeShelf, type Shelf, type ShelfRoom, type StoredResource } from "./make-shelf.ts";
import { makeMemory, UNIT, weigh } from "./memory.ts";
import { findDocumentedError, refuseDeleted } from "./refuse-deleted.ts";
import type { Part, Resource, ResourceModel } from "./resource.ts";
import { overlay } from "./to-shape.ts";

/** The resources that an endpoint has, and what calls do to them. */
export interface Resources {
  /** What kinds there are. Found out when it is first asked. */
  readonly model: () => ResourceModel;
  /**
   * Carries a call out. The value is what the answer tells; absent where nothing is known, and the page's
   * sample stands. A refusal is the page's error for what was deleted, or made already, or says that there is
   * no room.
   */
  carryOut(operation: Operation, parameters: Parameters): Outcome<Json | undefined>;
  /** Those of a kind. */
  shelfOf(resource: Resource): Shelf;
  /** Ids of a kind that were deleted. */
  deletedOf(resource: Resource): readonly string[];
  /** How many ids of what was deleted are known no longer. */
  forgotten(): number;
  /**
   * Lets a list have further resources and change while it is read.
   *
   * @throws {Error} There is no room.
   */
  plan(resource: Resource, plan: ListPlan): void;
  /** Forgets all resources and plans. */
  clear(): void;
}

/** How much is kept. */
export interface ResourceLimits {
  /** The most resources, each counted once for every 1,024 characters begun. */
  readonly maxResources: number;
  /** Is called when ids of what was deleted are forgotten. */
  readonly onForget: () => void;
}

/** The most plans for one list that wait at a time. */
const MOST_PLANS = 1000;

/** Makes a memory without anything in it. */
export function keepResources(
  operations: readonly Operation[],
  { maxResources, onForget }: ResourceLimits,
): Resources {
  let found: ResourceModel | undefined;
  const model = () => (found ??= findResources(operations));
  const shelves = new Map<Resource, Shelf>();
  const plans = new Map<Resource, Set<ListPlan>>();
  const room: ShelfRoom = { left: maxResources };
  const deleted = makeMemory<Resource, true>(maxResources, onForget);
  const isDeleted = (resource: Resource, id: string) => deleted.get(resource, id) === true;
  const full = refuse(
    "QuotaExceeded",
    `This endpoint keeps ${maxResources} resources at most, each counted once for every ${UNIT} characters begun. ` +
      "Delete some, reset it (POST /endpoint/reset), or start it with a higher --max-resources.",
  );

  const shelfOf = (resource: Resource): Shelf => {
    const shelf =
      shelves.get(resource) ?? makeShelf(resource, room, (id) => isDeleted(resource, id));
    shelves.set(resource, shelf);
    return shelf;
  };

  const remove = (resource: Resource, id: string) => {
    if (shelfOf(resource).remove(id) !== undefined) deleted.set(resource, id, true, id.length);
  };

  const put = (resource: Resource, id: string, packed: string) => {
    const one = shelfOf(resource).put(id, packed);
    if (one !== undefined) deleted.delete(resource, id);
    return one;
  };

  /** Whether there was room for as many. Where not, none is made. */
  const seed = (resource: Resource, count: number, members: ListPlan["members"]): boolean => {
    if (count === 0) return true;
    const packed = packJson({ ...members });
    const sample = findSampleId(resource);
    const shelf = shelfOf(resource);
    const longest = toText(makeId(sample, shelf.count() + count)).length + packed.length;
    if (count * weigh(longest) > room.left) return false;
    for (let left = count; left > 0; left -= 1) {
      if (put(resource, toText(shelf.newId(sample)), packed) === undefined) return false;
    }
    return true;
  };

  /** Makes as many as the sample's answer has ids, and tells their ids instead of the sample's. */
  const create = (
    operation: Operation,
    part: Part,
    given: JsonObject,
  ): Outcome<Json | undefined> => {
    const { resource, place } = part;
    const shelf = shelfOf(resource);
    const packed = packJson(given);
    if (resource.chosen) {
      const id = ownMember(given, resource.id);
      if (typeof id !== "string") return { value: undefined };
      const twice =
        shelf.find(id) === undefined
          ? undefined
          : findDocumentedError(operation, resource, "twice");
      if (twice !== undefined) return { refusal: twice };
      const one = put(resource, id, packed);
      return one === undefined ? { refusal: full } : { value: showResource(operation, part, one) };
    }
    const made: (StoredResource | undefined)[] = [];
    const make = (sample: Json) => {
      const id = shelf.newId(sample);
      made.push(made.includes(undefined) ? undefined : put(resource, toText(id), packed));
      return id;
    };
    const { members, example } = knownAnswer(operation);
    let answer = changeAt(example, place, make);
    // A sample may lack what the table of its page has.
    if (made.length === 0) {
      answer = changeAt(exampleValue({ type: "object", members }), place, make);
    }
    if (made.includes(undefined)) {
      // Of several, those that had room go again: a call takes effect as a whole or not at all.
      for (const one of made) if (one !== undefined) shelf.remove(one.id);
      return { refusal: full };
    }
    const [only, ...others] = made;
    if (only === undefined || others.length > 0) return { value: answer };
    return { value: showResource(operation, part, only, answer) };
  };

  const list = (operation: Operation, part: Part, given: JsonObject): Outcome<Json | undefined> => {
    const { resource } = part;
    const shelf = shelfOf(resource);
    if (shelf.count() === 0) return { value: undefined };
    const planned = plans.get(resource) ?? new Set();
    const isEmpty = (page: number) => [...planned].some(({ emptyPage }) => emptyPage === page);
    const answer = listAnswer({ operation, part, given, shelf, isEmpty });
    if ("refusal" in answer) return answer;
    for (const plan of planned) {
      if (plan.afterPage !== answer.value.page) continue;
      planned.delete(plan);
      for (const { id } of shelf.stored.slice(0, plan.remove ?? 0)) remove(resource, id);
      if (!seed(resource, plan.add ?? 0, plan.members)) return { refusal: full };
    }
    return { value: answer.value.value };
  };

  /** Describes, changes or removes those that the call names. Of what was never created nothing is known. */
  const reach = (
    operation: Operation,
    part: Part,
    given: JsonObject,
  ): Outcome<Json | undefined> => {
    const { resource, role } = part;
    const shelf = shelfOf(resource);
    let last: StoredResource | undefined;
    for (const id of new Set(readIds(operation, resource, given))) {
      const one = shelf.find(id);
      if (one === undefined) continue;
      last = role === "update" ? shelf.change(one, readChanges(id, given, resource)) : one;
      if (last === undefined) return { refusal: full };
      if (role === "delete") remove(resource, id);
    }
    return { value: last === undefined ? undefined : showResource(operation, part, last) };
  };

  return {
    model,
    shelfOf,
    deletedOf: (resource) => deleted.keys(resource),
    forgotten: () => deleted.forgotten(),
    carryOut(operation, parameters) {
      const part = model().partOf(operation);
      if (part === undefined && model().namedBy(operation).length === 0)
        return { value: undefined };
      const own = operation.request.filter((member) => member.idempotencyToken === undefined);
      const given = structureParameters(own, parameters);
      const refusal = refuseDeleted(operation, given, model(), isDeleted);
      if (refusal !== undefined) return { refusal };
      if (part === undefined) return { value: undefined };
      switch (part.role) {
        case "create":
          return create(operation, part, given);
        case "list":
          return list(operation, part, given);
        case "describe":
        case "update":
        case "delete":
          return reach(operation, part, given);
      }
    },
    plan(resource, plan) {
      const planned = plans.get(resource) ?? new Set();
      const waits = plan.emptyPage !== undefined || plan.afterPage !== undefined;
      if (waits && planned.size === MOST_PLANS) {
        throw new Error(
          `${MOST_PLANS} plans for this list wait already. Reset the endpoint first.`,
        );
      }
      if (!seed(resource, plan.count ?? 0, plan.members)) throw new Error(full.message);
      if (waits) plans.set(resource, planned.add(plan));
    },
    clear: () => {
      shelves.clear();
      plans.clear();
      deleted.clear();
      room.left = maxResources;
    },
  };
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

/** What a control changes about the resources that an operation lists. */
export interface ListPlan {
  /** As many are made now. Default: 0. */
  readonly count?: number;
  /** Members of those that are made, by name. */
  readonly members?: Readonly<Record<string, string>>;
  /** Number of a page that comes empty from now on, counted from 1. */
  readonly emptyPage?: number;
  /** Number of the page after which, once, the oldest are deleted and others are made as follows. */
  readonly afterPage?: number;
  /** How many are made then. Default: 0. */
  readonly add?: number;
  /** How many are deleted then. Default: 0. */
  readonly remove?: number;
}

/**
 * An operation's answer with what is stored of one resource: in the object that shows its id, or else where
 * the part has its place. `answer` is what has been made of the sample so far.
 */
function showResource(
  operation: Operation,
  part: Part,
  one: StoredResource,
  answer: Json = knownAnswer(operation).example,
): Json {
  const { members } = knownAnswer(operation);
  const place = findPlace(operation, part);
  const documented = membersAt(members, place);
  return changeAt(answer, place, (inside) =>
    isJsonObject(inside) ? overlay(inside, documented, one.members) : inside,
  );
}

function findPlace(
  operation: Operation,
  { role, resource, place: stated }: Part,
): readonly string[] {
  const found = walkAnswer(knownAnswer(operation).members).find(
    ({ place, shape }) =>
      !place.includes("[]") &&
      shape.type === "object" &&
      shape.members.some(({ name }) => name === resource.id),
  );
  return found?.place ?? (role === "describe" ? stated : []);
}
