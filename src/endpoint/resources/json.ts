/** A JSON value. Integers beyond 2^53 are bigints, so that they stay exact. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}
