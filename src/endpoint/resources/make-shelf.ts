import type { Json, JsonObject } from "./json.ts";
import { makeId } from "./make-id.ts";
import type { Resource } from "./resource.ts";
import type { StoredResource } from "./stored-resource.ts";
import { toText } from "./to-text.ts";

/** The resources of one kind. */
export interface Shelf {
  /** How many there ever were. */
  readonly count: () => number;
  /** In the order they came. */
  readonly all: () => StoredResource[];
  readonly deleted: ReadonlySet<string>;
  find(id: string): StoredResource | undefined;
  put(id: string, members: JsonObject): StoredResource;
  /** Gives one that there is further members, and perhaps another id. */
  change(one: StoredResource, members: JsonObject): StoredResource;
  /** Removes one, where there is such. */
  remove(id: string): StoredResource | undefined;
  /** An id that nothing has or had, in the shape of one that the page shows. */
  newId(sample: Json): Json;
}

/** Makes a shelf with nothing on it. */
export function makeShelf({ id: idMember }: Resource): Shelf {
  const stored = new Map<string, StoredResource>();
  const deleted = new Set<string>();
  let count = 0;
  return {
    count: () => count,
    all: () => [...stored.values()],
    deleted,
    find: (id) => stored.get(id),
    put(id, members) {
      count += 1;
      const one = { id, number: count, members: { ...members, [idMember]: id } };
      deleted.delete(id);
      stored.set(id, one);
      return one;
    },
    change(one, members) {
      const all = { ...one.members, ...members };
      const id = toText(all[idMember] ?? one.id);
      if (id !== one.id) stored.delete(one.id);
      const changed = { id, number: one.number, members: all };
      stored.set(id, changed);
      return changed;
    },
    remove(id) {
      const one = stored.get(id);
      if (stored.delete(id)) deleted.add(id);
      return one;
    },
    newId(sample) {
      for (let number = count + 1; ; number += 1) {
        const id = makeId(sample, number);
        const text = toText(id);
        // The page's own id is no fresh one.
        if (id !== sample && !stored.has(text) && !deleted.has(text)) return id;
      }
    },
  };
}
