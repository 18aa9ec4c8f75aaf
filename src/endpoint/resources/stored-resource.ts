import { isJsonObject } from "./is-json-object.ts";
import type { JsonObject } from "./json.ts";
import { unpackJson } from "./pack-json.ts";

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
