import type { Json, JsonObject } from "./json.ts";

/** A member that an object has itself: none is named after what all objects have, as `constructor`. */
export function ownMember(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
