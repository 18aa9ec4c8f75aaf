import type { PageOutline } from "../../page/page.ts";
import type { Conventions } from "../nesting/find-conventions.ts";
import type { ValueShape } from "../nesting/value-shape.ts";

/** A page's evidence, and what tells whether it counts for more than another one of its operation. */
export interface RankedEvidence extends PageEvidence {
  /** How new its style is, from 0 on. */
  readonly generation: number;
  /** A number for the names in its tables: of two pages with one number, neither knows more. */
  readonly names: number;
  /** What makes it look like the documentation of an operation. */
  readonly outline: PageOutline;
}

/** What a page says that other pages may lack: who it is, and how its answers are nested. */
export interface PageEvidence {
  /** The page's path, with `/` between folders. */
  readonly file: string;
  readonly product?: string;
  readonly version?: string;
  readonly action?: string;
  /** What the samples of answers on the page show. */
  readonly answer?: ValueShape;
}

/** What the other pages say about one. */
export interface Siblings {
  /** Product and version that the pages around it state, where they agree. */
  readonly product?: string;
  readonly version?: string;
  /** What the samples of the same operation's pages show. */
  readonly answer?: ValueShape;
  readonly conventions: Conventions;
}
