import type { InterfaceModel, PropertyModel, TypeModel } from "../model/package-model.ts";
import { actionParameter } from "../spec/protocol-names.ts";

/** The request that a caller would write, and the names of parameters without a member. */
export interface RequestReading {
  readonly request: Readonly<Record<string, unknown>>;
  readonly left: readonly string[];
}

/** Reads the parameters of a call as the typed request that produces them. */
export function readRequest(
  parameters: ReadonlyMap<string, string>,
  shape: InterfaceModel,
): RequestReading {
  const reader = new Reader(parameters);
  const request = reader.members(shape, "");
  const left = [...parameters.keys()].filter((name) => !reader.used.has(name));
  return { request, left };
}

class Reader {
  readonly used = new Set<string>();
  readonly #parameters: ReadonlyMap<string, string>;

  /** The next name parts after each key; for the empty key, the first parts. */
  readonly #inside = new Map<string, Set<string>>();

  constructor(parameters: ReadonlyMap<string, string>) {
    this.#parameters = parameters;
    for (const name of parameters.keys()) {
      const parts = name.split(".");
      let key = "";
      for (const part of parts) {
        const inside = this.#inside.get(key);
        if (inside === undefined) this.#inside.set(key, new Set([part]));
        else inside.add(part);
        key = key === "" ? part : `${key}.${part}`;
      }
    }
  }

  members(shape: InterfaceModel, prefix: string): Record<string, unknown> {
    const found = this.#shown(shape, prefix).flatMap(({ name, type }): [string, unknown][] => {
      const value = this.#read(type, prefix === "" ? name : `${prefix}.${name}`);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(found);
  }

  #read(type: TypeModel, key: string): unknown {
    const text = this.#parameters.get(key);
    const isInParts = type.kind === "list" || type.kind === "map" || type.kind === "object";
    if (text !== undefined && isInParts && /^\s*[[{]/.test(text)) {
      // Some samples show a list or an object as JSON, whatever its wire style.
      this.used.add(key);
      return readJson(text);
    }
    if ("style" in type && type.style !== "flat") {
      if (text === undefined) return undefined;
      this.used.add(key);
      return type.style === "json" ? readJson(text) : readCommas(text, type);
    }
    switch (type.kind) {
      case "list":
        return this.#list(type.items, key);
      case "map":
        return this.#map(type.values, key);
      case "object": {
        const inner = this.members(type.shape, key);
        return Object.keys(inner).length === 0 ? undefined : inner;
      }
      case "string":
      case "dateTime":
      case "integer":
      case "long":
      case "number":
      case "boolean":
      case "unknown":
        if (text !== undefined) this.used.add(key);
        return text === undefined ? undefined : readScalar(text, type.kind);
    }
  }

  #list(items: TypeModel, key: string): unknown {
    const indexes = this.#segments(key)
      .filter((segment) => /^\d+$/.test(segment))
      .map(Number)
      .sort((a, b) => a - b);
    const list = indexes.flatMap((index) => this.#read(items, `${key}.${String(index)}`) ?? []);
    return list.length === 0 ? undefined : list;
  }

  #map(values: TypeModel, key: string): unknown {
    const entries = this.#segments(key).map((name) => [name, this.#read(values, `${key}.${name}`)]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }

  /** The properties that some parameter may belong to, in order. */
  #shown(shape: InterfaceModel, prefix: string): readonly PropertyModel[] {
    const { properties } = shape;
    const segments = this.#inside.get(prefix) ?? new Set();
    if (segments.size >= properties.length) return properties;
    const places = placesOf(shape);
    const shown = [...segments].flatMap((segment) => places.get(segment) ?? []);
    return shown.sort((a, b) => a - b).flatMap((index) => properties[index] ?? []);
  }

  /** The name parts that directly follow a key. */
  #segments(key: string): string[] {
    return [...(this.#inside.get(key) ?? [])];
  }
}

const known = new WeakMap<InterfaceModel, ReadonlyMap<string, readonly number[]>>();

/** Indexes of an interface's properties by the first part of their names. */
function placesOf(shape: InterfaceModel): ReadonlyMap<string, readonly number[]> {
  const places = known.get(shape);
  if (places !== undefined) return places;
  const found = new Map<string, number[]>();
  for (const [index, { name }] of shape.properties.entries()) {
    const first = name.split(".")[0] ?? "";
    const known = found.get(first);
    if (known === undefined) found.set(first, [index]);
    else known.push(index);
  }
  known.set(shape, found);
  return found;
}

function readScalar(text: string, kind: TypeModel["kind"]): unknown {
  const isNumber = kind === "integer" || kind === "number";
  if (isNumber && /^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (kind === "boolean" && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text;
}

function readCommas(text: string, type: TypeModel): unknown {
  const items = type.kind === "list" ? type.items.kind : "string";
  return text.split(",").map((item) => readScalar(item, items));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Parses a sample request into parameters by name.
 *
 * Returns `undefined` where it does not call the action.
 */
export function readQuery(text: string, action: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  const pattern = /(?:[?&]|\n|^)[\t ]*([A-Za-z_][\w.-]*)=([^&\r\n]*)/g;
  for (const [, written = "", rest = ""] of text.matchAll(pattern)) {
    // Some pages write the list index as in their tables: `Tag.N.Key`.
    const name = written.replaceAll(/\.[nNmM](?=\.|$)/g, ".1");
    parameters.set(name, decode(rest.replace(/HTTP\/\d[^]*$/, "").trimEnd()));
  }
  return parameters.get(actionParameter)?.trim() === action ? parameters : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
