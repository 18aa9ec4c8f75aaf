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

/** The resources of an endpoint, and the effects of calls on them. */
export interface Resources {
  /** The kinds of resources, derived on first use. */
  readonly model: () => ResourceModel;
  /**
   * Executes a call and returns the known values of its response.
   *
   * The value is `undefined` where nothing is known and the page's sample applies. The refusal is the
   * page's error for a deleted or existing resource, or the error for an exceeded limit.
   */
  carryOut(operation: Operation, parameters: Parameters): Outcome<Json | undefined>;
  /** The resources of a kind. */
  shelfOf(resource: Resource): Shelf;
  /** The IDs of deleted resources of a kind. */
  deletedOf(resource: Resource): readonly string[];
  /** The number of discarded IDs of deleted resources. */
  forgotten(): number;
  /**
   * Adds resources to a list, and plans its changes between pages.
   *
   * @throws {Error} The limit is exceeded.
   */
  plan(resource: Resource, plan: ListPlan): void;
  /** Discards all resources and plans. */
  clear(): void;
}

/** Maximum numbers of records. */
export interface ResourceLimits {
  /** Maximum number of resources. Each counts once per started 1,024 characters. */
  readonly maxResources: number;
  /** Called when IDs of deleted resources are discarded. */
  readonly onForget: () => void;
}

/** Maximum number of pending plans for one list. */
const MOST_PLANS = 1000;

/** Creates an empty store of resources. */
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

  /** Adds resources, or returns false and adds none where they exceed the limit. */
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

  /** Creates a resource for each ID in the sample, and replaces the sample's IDs by the new ones. */
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
    // A sample may lack members of the page's table.
    if (made.length === 0) {
      answer = changeAt(exampleValue({ type: "object", members }), place, make);
    }
    if (made.includes(undefined)) {
      // A call takes effect as a whole or not at all, so the resources already created are removed.
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

  /** Describes, changes or removes the resources in a call. A resource that was never created is unknown. */
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

/**
 * The changes of an update. A new value (`NewComments`) replaces the old member; the ID stays unless it
 * is new.
 */
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

/** A plan for the resources that an operation lists. */
export interface ListPlan {
  /** Number of resources to create now. Default: 0. */
  readonly count?: number;
  /** Members of the created resources, by name. */
  readonly members?: Readonly<Record<string, string>>;
  /** Number (from 1) of a page that is empty from now on. */
  readonly emptyPage?: number;
  /**
   * Number (from 1) of the page after which the list changes once: the oldest are deleted, then others
   * added.
   */
  readonly afterPage?: number;
  /** Number of resources to add then. Default: 0. */
  readonly add?: number;
  /** Number of resources to delete then. Default: 0. */
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
