import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Operation } from "../../spec/operation.ts";
import { walkAnswer } from "./answer-places.ts";
import { findId, findIdParameter, type FoundId } from "./find-id.ts";
import { knownAnswer } from "./known-answer.ts";
import { endsWithWords, readAction, readIdName, startsWithWords } from "./read-names.ts";
import type { Part, Resource, ResourceModel, Role } from "./resource.ts";

interface Draft extends Kind {
  readonly resource: Resource;
  readonly operations: Record<Role, Operation[]>;
}

/** Finds the resources of each product by the names, parameters and responses of its operations. */
export function findResources(operations: readonly Operation[]): ResourceModel {
  const products = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = `${operation.product} ${operation.version}`;
    const product = products.get(key);
    if (product === undefined) products.set(key, [operation]);
    else product.push(operation);
  }
  const parts = new Map<Operation, Part>();
  const names = new Map<Operation, Resource[]>();
  const resources: Resource[] = [];
  for (const product of products.values()) {
    const found = findResourcesOf(product, parts);
    resources.push(...found);
    for (const operation of product) {
      names.set(
        operation,
        found.filter(({ id }) => findIdParameter(operation, id) !== undefined),
      );
    }
  }
  return {
    resources,
    partOf: (operation) => parts.get(operation),
    namedBy: (operation) => names.get(operation) ?? [],
  };
}

function findResourcesOf(product: readonly Operation[], parts: Map<Operation, Part>): Resource[] {
  const drafts = [...draftCreated(product, parts)];
  // If two lists have longer names, the shorter name wins.
  const ordered = [...product].sort(
    (one, other) => readAction(one).noun.length - readAction(other).noun.length,
  );
  const assign = (loose: boolean, among: readonly Draft[]) => {
    for (const operation of ordered) {
      if (parts.has(operation)) continue;
      for (const draft of among) {
        if (loose && draft.operations.list.length > 0) continue;
        const found = findRole(operation, draft, loose);
        if (found === undefined) continue;
        parts.set(operation, { ...found, resource: draft.resource });
        draft.operations[found.role].push(operation);
        break;
      }
    }
  };
  // If two resources match, the longer name wins.
  drafts.sort((one, other) => other.noun.length - one.noun.length);
  assign(false, drafts);
  assign(true, drafts);
  const listed = draftListed(product, parts);
  assign(false, listed);
  return [...drafts, ...listed].map(({ resource }) => resource);
}

/**
 * Drafts the created resources. Creations with the same ID name are one resource if one is named like the
 * ID.
 */
function* draftCreated(
  product: readonly Operation[],
  parts: Map<Operation, Part>,
): Generator<Draft> {
  const created = product.flatMap((create) => {
    const { kind, noun } = readAction(create);
    const id = kind === "create" ? findId(create, product) : undefined;
    return id === undefined ? [] : [{ create, noun, id }];
  });
  const groups = new Map<string, typeof created>();
  for (const one of created) {
    const plain = created.some(({ id, noun }) => id.name === one.id.name && isNamedBy(id, noun));
    const noun = plain || isNamedBy(one.id, one.noun) ? one.id.of : one.noun;
    const key = JSON.stringify([one.id.name, noun]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  for (const [key, group] of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const [, noun] = JSON.parse(key) as [string, string[]];
    const alone = created.every((one) => one.id.name !== first.id.name || group.includes(one));
    const draft = makeDraft(first.create, {
      id: first.id.name,
      chosen: first.id.chosen,
      noun,
      of: alone ? first.id.of : [],
    });
    for (const { create, id } of group) {
      draft.operations.create.push(create);
      parts.set(create, { role: "create", resource: draft.resource, place: id.place });
    }
    yield draft;
  }
}

/** Drafts resources that are listed but never created: their items have an ID named like the list. */
function draftListed(product: readonly Operation[], parts: Map<Operation, Part>): Draft[] {
  const drafts: Draft[] = [];
  for (const operation of product) {
    const { kind, noun } = readAction(operation);
    if (kind !== "read" || parts.has(operation)) continue;
    for (const { shape } of walkAnswer(knownAnswer(operation).members)) {
      if (shape.type !== "object") continue;
      const id = shape.members
        .map(({ name }) => readIdName(name))
        .find((name) => name !== undefined && isNamedBy(name, noun));
      if (id === undefined) continue;
      const kindOf = { id: id.name, noun, of: [] };
      if (drafts.some((draft) => draft.id === id.name)) break;
      if (findRole(operation, kindOf)?.role !== "list") continue;
      drafts.push(makeDraft(operation, { ...kindOf, chosen: false }));
      break;
    }
  }
  return drafts;
}

function isNamedBy({ of }: Pick<FoundId, "of">, noun: readonly string[]): boolean {
  return endsWithWords(of, noun);
}

function makeDraft(
  { product, version }: Operation,
  { id, chosen, noun, of }: Kind & { readonly chosen: boolean },
): Draft {
  const operations: Draft["operations"] = {
    create: [],
    describe: [],
    list: [],
    update: [],
    delete: [],
  };
  const resource = { product, version, name: noun.join("-"), id, chosen, operations };
  return { id, noun, of, operations, resource };
}

/** The data of a resource before its operations are known. */
interface Kind {
  readonly id: string;
  /** Its name in the operation that creates it. */
  readonly noun: readonly string[];
  /** Its name in the ID, where no other resource has an ID of that name. */
  readonly of: readonly string[];
}

/**
 * Finds the role of an operation that creates nothing.
 *
 * Deleting, describing and listing require the exact name. Updating also accepts names of parts ("modify
 * instance spec"). `loose` accepts lists with a longer name ("user domains" are domains).
 */
function findRole(
  operation: Operation,
  { id, noun, of }: Kind,
  loose = false,
): Pick<Part, "role" | "place"> | undefined {
  const action = readAction(operation);
  const names = [noun, of].filter((name) => name.length > 0);
  const exact = names.some((name) => isSame(action.noun, name));
  const parameter = findIdParameter(operation, id);
  switch (action.kind) {
    case "create":
    case "other":
      return undefined;
    case "delete":
      return exact && parameter !== undefined ? { role: "delete", place: [] } : undefined;
    case "update": {
      const part = exact || names.some((name) => startsWithWords(action.noun, name));
      return part && parameter !== undefined ? { role: "update", place: [] } : undefined;
    }
    case "read": {
      if (!exact && !(loose && names.some((name) => endsWithWords(action.noun, name)))) break;
      const shown = findShown(operation, id);
      const one = parameter?.required === true && isScalarShape(parameter);
      if (shown === undefined)
        return one ? { role: "describe", place: findObject(operation, noun) } : undefined;
      if (shown.at(-1) === "[]") return { role: "list", place: shown.slice(0, -1) };
      return parameter === undefined ? undefined : { role: "describe", place: shown };
    }
  }
  return undefined;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && startsWithWords(one, other);
}

/** The outermost place in a response with objects of that ID, outside nested lists. */
function findShown(operation: Operation, id: string): readonly string[] | undefined {
  return walkAnswer(knownAnswer(operation).members).find(({ place, shape }) => {
    const lists = place.filter((name) => name === "[]").length;
    const flat = lists === 0 || (lists === 1 && place.at(-1) === "[]");
    return flat && shape.type === "object" && shape.members.some(({ name }) => name === id);
  })?.place;
}

/** The place of the object named like the resource, or the response itself. */
function findObject(operation: Operation, noun: readonly string[]): readonly string[] {
  const named = knownAnswer(operation).members.find(
    ({ name, type }) => type === "object" && name.toLowerCase() === noun.join(""),
  );
  return named === undefined ? [] : [named.name];
}
