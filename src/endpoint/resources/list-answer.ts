import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation } from "../../spec/operation.ts";
import { isPluralOf } from "../../words/inflect.ts";
import { type Outcome, refuseInvalid } from "../wire/call.ts";
import {
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
  packJson,
  toText,
} from "../wire/json.ts";
import { changeAt, membersAt } from "./answer-places.ts";
import { readIds } from "./find-id.ts";
import { findPaging, type Paging } from "./find-paging.ts";
import { exampleValue, knownAnswer } from "./known-answer.ts";
import { firstWhere } from "./make-sequence.ts";
import type { Shelf, StoredResource } from "./make-shelf.ts";
import type { Part } from "./resource.ts";
import { overlay, toShape } from "./to-shape.ts";

/** Default number of items per page, where neither the call nor the spec gives it. */
const PAGE_SIZE = 10;

/** A page of a list as an operation returns it. */
export interface ListAnswer {
  readonly value: Json;
  /** Page number, from 1. */
  readonly page: number;
}

/** The inputs of a list's page. */
export interface ListRequest {
  readonly operation: Operation;
  readonly part: Part;
  /** The members of the request. */
  readonly given: JsonObject;
  readonly shelf: Shelf;
  /** Returns true if the page of this number must be empty. */
  readonly isEmpty: (page: number) => boolean;
}

/** The members and the example of the list's items. */
interface Items {
  readonly members: readonly Member[];
  readonly example: JsonObject;
}

interface Page {
  readonly page: number;
  readonly size: number | undefined;
  readonly total: number;
  readonly items: readonly StoredResource[];
  /** Token of the next page; empty on the last one. */
  readonly next: string;
}

/** Returns the requested page of a list: stored resources that match the filters, in the form of the sample. */
export function listAnswer(request: ListRequest): Outcome<ListAnswer> {
  const { operation, part } = request;
  const { members, example } = knownAnswer(operation);
  const place = [...part.place, "[]"];
  const items = { members: membersAt(members, place), example: findExample(operation, part.place) };
  const paging = findPaging(operation);
  const page = cutPage(request, paging, select(request, items, paging));
  if ("refusal" in page) return page;
  const shown = page.value.items.map((one) => overlay(items.example, items.members, one.members));
  let value: Json = putList(example, part.place, shown);
  for (const { kind, place: where, shape } of paging.facts) {
    const fact = factOf(kind, page.value);
    const written = fact === undefined ? undefined : toShape(fact, shape);
    if (written !== undefined) value = changeAt(value, where, () => written);
  }
  return { value: { value, page: page.value.page } };
}

function findExample(operation: Operation, place: readonly string[]): JsonObject {
  const { members, example } = knownAnswer(operation);
  let at: Json | undefined = example;
  for (const name of place) at = isJsonObject(at) ? at[name] : undefined;
  const [first] = Array.isArray(at) ? (at as readonly Json[]) : [];
  if (isJsonObject(first)) return first;
  const made = exampleValue({ type: "object", members: membersAt(members, [...place, "[]"]) });
  return isJsonObject(made) ? made : {};
}

/** Puts a list into the response, with the enclosing objects where the sample lacks them. */
function putList(value: JsonObject, place: readonly string[], list: Json): JsonObject {
  const [name, ...rest] = place;
  if (name === undefined) return value;
  const inside = value[name];
  const within = isJsonObject(inside) ? inside : {};
  return { ...value, [name]: rest.length === 0 ? list : putList(within, rest, list) };
}

/** Selects the stored resources that match a call's filters. Without filters, nothing is copied. */
function select(request: ListRequest, items: Items, paging: Paging): Shelf["stored"] {
  const { operation, part, given, shelf } = request;
  const tests = makeTests(request, items, paging);
  const passes = (one: StoredResource) => tests.every((test) => test(one.members));
  const ids = readIds(operation, part.resource, given);
  if (ids !== undefined) {
    const named = [...new Set(ids)].flatMap((id) => shelf.find(id) ?? []);
    return inOrder(named.sort((one, other) => one.number - other.number).filter(passes));
  }
  if (tests.length === 0) return shelf.stored;
  const { number, size, token } = paging;
  const paged = new Set([number, size, token].map((member) => member?.name));
  const filters = Object.entries(given).filter(([name]) => !paged.has(name));
  return inOrder(shelf.select(packJson([operation.action, filters]), passes));
}

function inOrder(found: readonly StoredResource[]): Shelf["stored"] {
  return {
    size: () => found.length,
    slice: (from, count) => found.slice(from, from + count),
    after(number, count) {
      const from = firstWhere(found.length, (at) => (found[at]?.number ?? 0) > number);
      return found.slice(from, from + count);
    },
  };
}

/**
 * Creates filters from request members that items also have: an item must have one of the values.
 *
 * A member that the client fills in only excludes resources that a call gave another value for.
 */
function makeTests(
  { operation, part, given }: ListRequest,
  { members, example }: Items,
  { number, size, token }: Paging,
): ((members: JsonObject) => boolean)[] {
  const { resource } = part;
  const tests: ((members: JsonObject) => boolean)[] = [];
  for (const parameter of operation.request) {
    const value = ownMember(given, parameter.name);
    const member =
      members.find(({ name }) => name === parameter.name) ??
      members.find(({ name }) => parameter.type === "array" && isPluralOf(parameter.name, name));
    if (value === undefined || member === undefined || !isScalarShape(member)) continue;
    if (member.name === resource.id || [number, size, token].includes(parameter)) continue;
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    const wanted = new Set(values.map((one) => toText(toShape(one, member) ?? one)));
    const fallback = parameter.filledBy === undefined ? ownMember(example, member.name) : undefined;
    tests.push((stored) => {
      const own = ownMember(stored, member.name);
      const shown = (own === undefined ? undefined : toShape(own, member)) ?? fallback;
      return shown === undefined ? parameter.filledBy !== undefined : wanted.has(toText(shown));
    });
  }
  return tests;
}

function cutPage(
  { given, isEmpty }: ListRequest,
  paging: Paging,
  stored: Shelf["stored"],
): Outcome<Page> {
  const total = stored.size();
  const { number, size: sizeMember, token } = paging;
  if (number === undefined && token === undefined) {
    const items = isEmpty(1) ? [] : stored.slice(0, total);
    return { value: { page: 1, size: undefined, total, items, next: "" } };
  }
  const size = readSize(sizeMember, given);
  const sent = token === undefined ? undefined : ownMember(given, token.name);
  const place = sent === undefined ? undefined : /^next-(\d{1,9})-(\d{1,9})$/.exec(toText(sent));
  if (place === null && token !== undefined) {
    return { refusal: refuseInvalid(token.name, "no answer of this endpoint had it") };
  }
  const asked = number === undefined ? 1 : Number(ownMember(given, number.name) ?? 1);
  const byNumber =
    token === undefined || (number !== undefined && ownMember(given, number.name) !== undefined);
  if (byNumber && place === undefined) {
    const page = Math.max(1, asked);
    const found = stored.slice((page - 1) * size, size);
    const next = tokenAfter(page, found, page * size < total);
    return { value: { page, size, total, items: isEmpty(page) ? [] : found, next } };
  }
  const page = Number(place?.[1] ?? 1);
  const after = Number(place?.[2] ?? 0);
  // Tokens contain resource numbers, so that changes do not move items to other pages.
  const left = stored.after(after, isEmpty(page) ? 1 : size + 1);
  if (isEmpty(page)) {
    const next = left.length === 0 ? "" : `next-${page + 1}-${after}`;
    return { value: { page, size, total, items: [], next } };
  }
  const found = left.slice(0, size);
  return {
    value: { page, size, total, items: found, next: tokenAfter(page, found, left.length > size) },
  };
}

function tokenAfter(page: number, found: readonly StoredResource[], more: boolean): string {
  return more ? `next-${page + 1}-${found.at(-1)?.number ?? 0}` : "";
}

function readSize(member: Member | undefined, given: JsonObject): number {
  if (member === undefined) return PAGE_SIZE;
  const stated = "default" in member ? member.default.value : undefined;
  const size = Number(ownMember(given, member.name) ?? stated);
  return Number.isSafeInteger(size) && size > 0 ? size : PAGE_SIZE;
}

function factOf(kind: string, { page, size, total, items, next }: Page): Json | undefined {
  switch (kind) {
    case "number":
      return page;
    case "size":
      return size;
    case "total":
      return total;
    case "count":
      return items.length;
    case "next":
      return next;
    default:
      return next !== "";
  }
}
