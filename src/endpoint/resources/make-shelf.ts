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

/** How many resources all shelves together may still take. */
export interface ShelfRoom {
  left: number;
}

/** The resources of one kind. */
export interface Shelf {
  /** How many there ever were. */
  readonly count: () => number;
  /** In the order they came. */
  readonly stored: Pick<Sequence<StoredResource>, "size" | "slice" | "after">;
  /** Those that pass a test, in the order they came. Asked again for the same `key`, they are not tested again. */
  select(key: string, test: (one: StoredResource) => boolean): readonly StoredResource[];
  find(id: string): StoredResource | undefined;
  /** Puts one with members that are packed. Nothing where there is no room. */
  put(id: string, packed: string): StoredResource | undefined;
  /** Gives one that there is further members, and perhaps another id. Nothing where there is no room. */
  change(one: StoredResource, members: JsonObject): StoredResource | undefined;
  /** Removes one, where there is such. */
  remove(id: string): StoredResource | undefined;
  /** An id that nothing has or had, in the shape of one that the page shows. */
  newId(sample: Json): Json;
}

/** Makes a shelf with nothing on it. */
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
  /** Whether one has room in the places of others. */
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
        // The page's own id is no fresh one.
        if (id !== sample && !byId.has(text) && !isDeleted(text)) return id;
      }
    },
  };
}

/** A resource that calls or the control made. */
export class StoredResource {
  readonly id: string;
  /** Numbers all resources of one kind in the order they came. */
  readonly number: number;
  readonly #idMember: string;
  readonly #packed: string;

  constructor(idMember: string, id: string, number: number, packed: string) {
    this.id = id;
    this.number = number;
    this.#idMember = idMember;
    this.#packed = packed;
  }

  /** What calls gave for it, and its id. Read from a text each time: an object would take more memory. */
  get members(): JsonObject {
    const given = unpackJson(this.#packed);
    return { ...(isJsonObject(given) ? given : {}), [this.#idMember]: this.id };
  }

  /** Characters that it is kept in. */
  get length(): number {
    return this.id.length + this.#packed.length;
  }
}
