import type { InterfaceModel, TypeModel } from "../model/package-model.ts";

/** A request as a caller would write it, and the parameters that have no place in it. */
export interface RequestReading {
  readonly request: Readonly<Record<string, unknown>>;
  readonly left: readonly string[];
}

/** Turns the parameters of a call back into the request that they were made of, by its types. */
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

  constructor(parameters: ReadonlyMap<string, string>) {
    this.#parameters = parameters;
  }

  members({ properties }: InterfaceModel, prefix: string): Record<string, unknown> {
    const found = properties.flatMap(({ name, type }): [string, unknown][] => {
      const value = this.#read(type, prefix === "" ? name : `${prefix}.${name}`);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(found);
  }

  #read(type: TypeModel, key: string): unknown {
    const text = this.#parameters.get(key);
    const isInParts = type.kind === "list" || type.kind === "map" || type.kind === "object";
    if (text !== undefined && isInParts && /^\s*[[{]/.test(text)) {
      // Some samples show a list or an object as JSON, however it is sent.
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

  /** What stands behind a key and its dot, up to the next one. */
  #segments(key: string): string[] {
    const inner = [...this.#parameters.keys()].filter((name) => name.startsWith(`${key}.`));
    return [...new Set(inner.map((name) => name.slice(key.length + 1).split(".")[0] ?? ""))];
  }
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
