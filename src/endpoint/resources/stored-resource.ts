import type { JsonObject } from "./json.ts";

/** A resource that calls or the control made. */
export interface StoredResource {
  readonly id: string;
  /** Numbers all resources of one kind in the order they came. */
  readonly number: number;
  /** What calls gave for it, and its id. */
  readonly members: JsonObject;
}
