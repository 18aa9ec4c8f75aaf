import type { Member } from "../spec/operation.ts";

/** Where something stands in a request. */
export interface Place {
  /** As the caller wrote it: `PortRanges.1.FromPort`. */
  readonly name: string;
  /** As the spec has it: `PortRanges[].FromPort`. */
  readonly path: string;
  /** The list indices and map keys on the way, one for each `[]` and `{}` of the path. */
  readonly indices: readonly string[];
}

/** A single value that arrived. */
export interface ReadValue extends Place {
  readonly text: string;
}

/** An object that arrived: the request itself, or one inside it. */
export interface Scope extends Place {
  readonly members: readonly Member[];
  /** Names of the members that were given. */
  readonly given: ReadonlySet<string>;
}

/** A parameter that is not as the page says. */
export interface Problem {
  readonly kind: "missing" | "invalid";
  /** As the caller wrote it, or would have. */
  readonly name: string;
  /** Ends the sentence "it is not valid: …". */
  readonly what: string;
}

/** All that was found in a request's parameters. */
export interface Reading {
  readonly values: readonly ReadValue[];
  readonly scopes: readonly Scope[];
  readonly problems: readonly Problem[];
}
