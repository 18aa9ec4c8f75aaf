import type { ArrayShape, MapShape, Member, ObjectShape, Shape } from "../../spec/operation.ts";
import type { Parameters } from "../wire/call.ts";
import { checkBounds, checkScalar } from "./check-scalar.ts";
import { findMember } from "./find-member.ts";

/** The place of a value in a request. */
export interface Place {
  /** As the caller wrote it: `PortRanges.1.FromPort`. */
  readonly name: string;
  /** As in the spec: `PortRanges[].FromPort`. */
  readonly path: string;
  /** The list indices and map keys, one for each `[]` and `{}` of the path. */
  readonly indices: readonly string[];
}

/** A scalar value of the request. */
export interface ReadValue extends Place {
  readonly text: string;
}

/** An object of the request: the request itself, or a nested object. */
export interface Scope extends Place {
  readonly members: readonly Member[];
  /** Names of the members present. */
  readonly given: ReadonlySet<string>;
}

/** A parameter that violates the spec. */
export interface Problem {
  readonly kind: "missing" | "invalid";
  /** As the caller wrote it, or would write it. */
  readonly name: string;
  /** The reason, to follow "it is not valid: ". */
  readonly what: string;
}

/** The result of reading a request's parameters. */
export interface Reading {
  readonly values: readonly ReadValue[];
  readonly scopes: readonly Scope[];
  readonly problems: readonly Problem[];
}

/** A parameter below a place. `rest` is its name after the place and a dot; `undefined` at the place itself. */
interface Entry {
  readonly rest: string | undefined;
  readonly text: string;
}

/** Maximum number of values in all JSON texts and comma-separated lists of a request. */
const MOST = 50_000;

interface Findings extends Reading {
  /** The number of values that may still be read from texts. */
  left: number;
  readonly values: ReadValue[];
  readonly scopes: Scope[];
  readonly problems: Problem[];
}

const ROOT: Place = { name: "", path: "", indices: [] };

/**
 * Reads flat parameters (`PortRanges.1.FromPort`) by the members of a request.
 *
 * Reports unknown, missing and malformed parameters. Conditions between members are not checked.
 */
export function readParameters(members: readonly Member[], parameters: Parameters): Reading {
  const findings: Findings = { values: [], scopes: [], problems: [], left: MOST };
  const entries = Array.from(parameters, ([rest, text]) => ({ rest, text }));
  readMembers(members, ROOT, entries, findings);
  return findings;
}

function readMembers(
  members: readonly Member[],
  place: Place,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const byMember = new Map<Member, Entry[]>();
  for (const entry of entries) {
    const { rest = "", text } = entry;
    const member = findMember(members, rest);
    if (member === undefined) refuseUnknown(place, entry, findings);
    else put(byMember, member, { rest: after(rest, member.name), text });
  }

  const given = new Set<string>();
  for (const member of members) {
    const inside = memberPlace(place, member);
    const found = byMember.get(member);
    if (found === undefined || isEmptyText(member, found)) {
      if (member.required) refuseMissing(inside, findings);
      continue;
    }
    given.add(member.name);
    readShape(member, inside, found, findings);
  }
  findings.scopes.push({ ...place, members, given });
}

/** Clients send `Name=` for an omitted string. */
function isEmptyText(shape: Shape, entries: readonly Entry[]): boolean {
  const [only] = entries;
  return (
    shape.type === "string" && entries.length === 1 && only?.rest === undefined && only?.text === ""
  );
}

function readShape(
  shape: Shape,
  place: Place,
  entries: readonly Entry[],
  findings: Findings,
): void {
  switch (shape.type) {
    case "array":
    case "object":
    case "map":
      if (shape.style === "json" || shape.style === "comma") {
        const text = readOnly(place, entries, findings);
        if (text !== undefined) readText(shape, place, text, findings);
        return;
      }
      readFlat(shape, place, entries, findings);
      return;
    case "any":
      for (const { rest, text } of entries) {
        if (rest === undefined) findings.values.push({ ...place, text });
      }
      return;
    case "string":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "number":
    case "boolean": {
      const text = readOnly(place, entries, findings);
      if (text !== undefined) readScalar(shape, place, text, findings);
    }
  }
}

/** Returns the value of a parameter that must not have nested ones. */
function readOnly(place: Place, entries: readonly Entry[], findings: Findings): string | undefined {
  let text: string | undefined;
  for (const entry of entries) {
    if (entry.rest === undefined) text = entry.text;
    else refuseUnknown(place, entry, findings);
  }
  return text;
}

function readFlat(
  shape: ArrayShape | ObjectShape | MapShape,
  place: Place,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const below = entries.filter(({ rest }) => rest !== undefined);
  if (below.length < entries.length) {
    const key = shape.type === "array" ? "1" : "Name";
    refuse(place, `it is written as ${place.name}.${key} and so on`, findings);
  }
  switch (shape.type) {
    case "array":
      readItems(shape, place, below, findings);
      return;
    case "object":
      readMembers(shape.members, place, below, findings);
      return;
    case "map":
      for (const [key, found] of groupKeys(shape.values, below)) {
        readShape(shape.values, valuePlace(place, key), found, findings);
      }
  }
}

function readItems(
  shape: ArrayShape,
  place: Place,
  entries: readonly Entry[],
  findings: Findings,
): void {
  const byIndex = new Map<number, Entry[]>();
  for (const entry of entries) {
    const { rest = "", text } = entry;
    const index = before(rest);
    if (/^[1-9]\d{0,8}$/.test(index)) {
      put(byIndex, Number(index), { rest: after(rest, index), text });
    } else {
      refuseUnknown(place, entry, findings);
    }
  }
  const indices = [...byIndex.keys()].sort((one, other) => one - other);
  const hole = indices.findIndex((index, at) => index !== at + 1);
  if (hole !== -1) {
    refuse(
      place,
      `its items are numbered from 1 without a gap, and ${hole + 1} is missing`,
      findings,
    );
  }
  checkCount(shape, place, indices.length, findings);
  for (const index of indices) {
    const inside = itemPlace(place, `${place.name}.${index}`, String(index));
    readShape(shape.items, inside, byIndex.get(index) ?? [], findings);
  }
}

/** Groups a map's entries by key. Keys may contain dots only where the values are scalars. */
function groupKeys(values: Shape, entries: readonly Entry[]): Map<string, Entry[]> {
  const hasParts = values.type === "array" || values.type === "object" || values.type === "map";
  const byKey = new Map<string, Entry[]>();
  for (const { rest = "", text } of entries) {
    const key = hasParts ? before(rest) : rest;
    put(byKey, key, { rest: after(rest, key), text });
  }
  return byKey;
}

/** Reads a list, object or map that is sent as one text. */
function readText(
  shape: ArrayShape | ObjectShape | MapShape,
  place: Place,
  text: string,
  findings: Findings,
): void {
  if (shape.type === "array" && shape.style === "comma") {
    const items = text === "" ? [] : text.split(",");
    checkCount(shape, place, items.length, findings);
    items.slice(0, MOST + 1).forEach((item, at) => {
      if (!countValue(place, findings)) return;
      readShape(shape.items, itemPlace(place, place.name, String(at + 1)), [only(item)], findings);
    });
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(place, "it is not a JSON text", findings);
    return;
  }
  readJson(shape, place, value, findings);
}

/** Counts a value of a text; returns false above the maximum. */
function countValue(place: Place, findings: Findings): boolean {
  if (findings.left === 0) {
    refuse(place, `texts have more than ${MOST} values together`, findings);
  }
  findings.left -= 1;
  return findings.left >= 0;
}

function readJson(shape: Shape, place: Place, value: unknown, findings: Findings): void {
  if (!countValue(place, findings)) return;
  switch (shape.type) {
    case "array":
      if (!Array.isArray(value)) {
        refuse(place, "it is not a JSON list", findings);
        return;
      }
      checkCount(shape, place, value.length, findings);
      value.forEach((item: unknown, at) => {
        readJson(
          shape.items,
          itemPlace(place, `${place.name}[${at}]`, String(at + 1)),
          item,
          findings,
        );
      });
      return;
    case "object":
      if (!isObject(value)) refuse(place, "it is not a JSON object", findings);
      else readJsonMembers(shape.members, place, value, findings);
      return;
    case "map":
      if (!isObject(value)) {
        refuse(place, "it is not a JSON object", findings);
        return;
      }
      for (const [key, inside] of Object.entries(value)) {
        readJson(shape.values, valuePlace(place, key), inside, findings);
      }
      return;
    case "any":
      if (isScalar(value)) findings.values.push({ ...place, text: String(value) });
      return;
    case "string":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "number":
    case "boolean":
      if (isScalar(value)) readScalar(shape, place, String(value), findings);
      else refuse(place, `it is not a ${shape.type}`, findings);
  }
}

function readJsonMembers(
  members: readonly Member[],
  place: Place,
  value: object,
  findings: Findings,
): void {
  const values = new Map<string, unknown>(Object.entries(value));
  const given = new Set<string>();
  for (const member of members) {
    const inside = memberPlace(place, member);
    const found = values.get(member.name);
    values.delete(member.name);
    if (found === undefined || found === null || (found === "" && member.type === "string")) {
      if (member.required) refuseMissing(inside, findings);
      continue;
    }
    given.add(member.name);
    readJson(member, inside, found, findings);
  }
  for (const rest of values.keys()) refuseUnknown(place, { rest, text: "" }, findings);
  findings.scopes.push({ ...place, members, given });
}

function readScalar(
  shape: Exclude<Shape, { type: "array" | "object" | "map" }>,
  place: Place,
  text: string,
  findings: Findings,
): void {
  const what = checkScalar(shape, text);
  if (what !== undefined) refuse(place, what, findings);
  findings.values.push({ ...place, text });
}

function checkCount(shape: ArrayShape, place: Place, count: number, findings: Findings): void {
  const what = checkBounds(shape.count, count);
  if (what !== undefined) refuse(place, `it has ${count} items, ${what}`, findings);
}

function refuse({ name }: Place, what: string, findings: Findings): void {
  findings.problems.push({ kind: "invalid", name, what });
}

function refuseUnknown(place: Place, { rest = "" }: Entry, findings: Findings): void {
  const name = place.name === "" ? rest : `${place.name}.${rest}`;
  findings.problems.push({ kind: "invalid", name, what: "this action has no such parameter" });
}

function refuseMissing({ name }: Place, findings: Findings): void {
  findings.problems.push({ kind: "missing", name, what: "it is missing" });
}

function memberPlace(place: Place, { name }: Member): Place {
  if (place.path === "") return { name, path: name, indices: [] };
  return { ...place, name: `${place.name}.${name}`, path: `${place.path}.${name}` };
}

function itemPlace(place: Place, name: string, index: string): Place {
  return { name, path: `${place.path}[]`, indices: [...place.indices, index] };
}

function valuePlace(place: Place, key: string): Place {
  return {
    name: `${place.name}.${key}`,
    path: `${place.path}{}`,
    indices: [...place.indices, key],
  };
}

function only(text: string): Entry {
  return { rest: undefined, text };
}

function before(key: string): string {
  const dot = key.indexOf(".");
  return dot === -1 ? key : key.slice(0, dot);
}

function after(key: string, part: string): string | undefined {
  return key.length === part.length ? undefined : key.slice(part.length + 1);
}

function put<K>(groups: Map<K, Entry[]>, key: K, entry: Entry): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
