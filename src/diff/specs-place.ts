import type { Limits } from "../text/limits.ts";

/** Where specs are looked for that a revision has. */
export interface SpecsPlace {
  /** Where git runs, absolute. */
  readonly folder: string;
  /** The folder of specs, absolute. */
  readonly specs: string;
  /** What a spec may have at most. */
  readonly limits: Limits;
}
