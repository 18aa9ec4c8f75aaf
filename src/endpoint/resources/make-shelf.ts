import {
  isJsonObject,
  type Json,
  type JsonObject,
  packJson,
  toText,
  unpackJson,
} from "../wire/json.ts";
import { makeId } from "./find-id.ts";
import { makeSequence, type Sequence } from "./make-sequence.ts";
import { weigh } from "./memory.ts";
import type { Resource } from "./resource.ts";

/** The remaining capacity of all shelves together, in units of 1,024 characters. */
export interface ShelfRoom {
  left: number;
}

/** The resources of one kind. */
export interface Shelf {
  /** The number of resources ever created. */
  readonly count: () => number;
  /** In order of creation. */
  readonly stored: Pick<Sequence<StoredResource>, "size" | "slice" | "after">;
  /** Returns the resources that pass a test, in order of creation. Caches the last result by `key`. */
  select(key: string, test: (one: StoredResource) => boolean): readonly StoredResource[];
  find(id: string): StoredResource | undefined;
  /** Adds a resource with packed members. Returns `undefined` where it exceeds the limit. */
  put(id: string, packed: string): StoredResource | undefined;
  /** Changes members of a resource, and its ID if given. Returns `undefined` where it exceeds the limit. */
  change(one: StoredResource, members: JsonObject): StoredResource | undefined;
  /** Removes a resource, if it exists. */
  remove(id: string): StoredResource | undefined;
  /** Returns an unused ID in the format of the page's sample. */
  newId(sample: Json): Json;
}

/** Creates an empty shelf. */
export function makeShelf(
  { id: idMember }: Resource,
  room: ShelfRoom,
  isDeleted: (id: string) => boolean,
): Shelf {
  const byId = new Map<string, StoredResource>();
  const stored = makeSequence<StoredResource>();
  let count = 0;
  let selected: { readonly key: string; readonly found: readonly StoredResource[] } | undefined;

  const drop = (one: StoredResource) => {
    byId.delete(one.id);
    stored.remove(one);
    room.left += weigh(one.length);
  };
  /** Returns true if a resource fits into the room left once the others are removed. */
  const fits = (one: StoredResource, others: readonly (StoredResource | undefined)[]) => {
    let left = room.left;
    for (const other of others) left += other === undefined ? 0 : weigh(other.length);
    return weigh(one.length) <= left;
  };

  return {
    count: () => count,
    stored,
    select(key, test) {
      if (selected?.key !== key) {
        selected = { key, found: stored.slice(0, stored.size()).filter(test) };
      }
      return selected.found;
    },
    find: (id) => byId.get(id),
    put(id, packed) {
      const earlier = byId.get(id);
      const one = new StoredResource(idMember, id, count + 1, packed);
      if (!fits(one, [earlier])) return undefined;
      selected = undefined;
      if (earlier !== undefined) drop(earlier);
      count += 1;
      room.left -= weigh(one.length);
      byId.set(id, one);
      stored.push(one);
      return one;
    },
    change(one, members) {
      const all = { ...one.members, ...members };
      const id = toText(all[idMember] ?? one.id);
      const changed = new StoredResource(idMember, id, one.number, packJson(all));
      const replaced = id === one.id ? undefined : byId.get(id);
      if (!fits(changed, [one, replaced])) return undefined;
      selected = undefined;
      if (replaced !== undefined) drop(replaced);
      byId.delete(one.id);
      byId.set(id, changed);
      stored.replace(changed);
      room.left += weigh(one.length) - weigh(changed.length);
      return changed;
    },
    remove(id) {
      const one = byId.get(id);
      if (one === undefined) return undefined;
      selected = undefined;
      drop(one);
      return one;
    },
    newId(sample) {
      for (let number = count + 1; ; number += 1) {
        const id = makeId(sample, number);
        const text = toText(id);
        // The ID of the page's sample is not used.
        if (id !== sample && !byId.has(text) && !isDeleted(text)) return id;
      }
    },
  };
}

/** A resource created by a call or by the control interface. */
export class StoredResource {
  readonly id: string;
  /** Numbers the resources of one kind in order of creation. */
  readonly number: number;
  readonly #idMember: string;
  readonly #packed: string;

  constructor(idMember: string, id: string, number: number, packed: string) {
    this.id = id;
    this.number = number;
    this.#idMember = idMember;
    this.#packed = packed;
  }

  /** The members that calls gave, and the ID. Parsed on each access, because objects take more memory. */
  get members(): JsonObject {
    const given = unpackJson(this.#packed);
    return { ...(isJsonObject(given) ? given : {}), [this.#idMember]: this.id };
  }

  /** Size of the stored resource, in characters. */
  get length(): number {
    return this.id.length + this.#packed.length;
  }
}
