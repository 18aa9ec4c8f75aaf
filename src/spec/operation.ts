/**
 * The shape of an operation's spec: what a page says, in our own terms. This is the waist of
 * docwright: the page side ends here and the TypeScript side begins here. Nothing in it knows pages
 * or TypeScript. `operation-schema.ts` validates it and carries the same texts into the JSON Schema.
 */

/**
 * Line of the page, counted from 1. It lies in the positions file beside the spec; absent where that is missing,
 * and on what an overlay says.
 */
export type Line = number;

/** Types of a single value, as pages name them. `any` is a value of which the page says nothing. */
export const scalarTypes = [
  "string",
  "integer",
  "long",
  "float",
  "double",
  "number",
  "boolean",
  "any",
] as const;

/** @see scalarTypes */
export type ScalarType = (typeof scalarTypes)[number];

/** How a list, object or map is written into parameters: `K.1`, a JSON text, or joined by commas. */
export const wireStyles = ["flat", "json", "comma"] as const;

/** @see wireStyles */
export type WireStyle = (typeof wireStyles)[number];

/** A value as YAML has it. */
export type ScalarValue = string | number | boolean;

/** A value that the page documents, and what it means there. */
export interface EnumValue {
  readonly value: ScalarValue;
  readonly meaning?: string;
  readonly line?: Line;
}

/** The documented values of a member. `closed`: the page says that there are no others. */
export interface Enum {
  readonly closed: boolean;
  readonly values: readonly EnumValue[];
}

/** A value stated in prose, with its line. */
export interface Fact<T> {
  readonly value: T;
  readonly line?: Line;
}

/** Inclusive bounds: of a length in characters, of a number, or of how many items a list takes. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly line?: Line;
}

/** "when Protocol is HTTP or HTTPS": the member at this path has one of these values. */
export interface When {
  /** Path of a request member, as in `PortRanges[].FromPort`. */
  readonly member: string;
  readonly in: readonly ScalarValue[];
}

/** A rule between members. */
export type Condition =
  /** The member is meant for these cases only. */
  | { readonly kind: "onlyWhen"; readonly when: When; readonly line?: Line }
  /** The member has to be given in these cases. */
  | { readonly kind: "requiredWhen"; readonly when: When; readonly line?: Line }
  /** The member has the same value as another one, always or in these cases. */
  | { readonly kind: "equals"; readonly to: string; readonly when?: When; readonly line?: Line };

/** What may be said of a value wherever it stands. */
export interface Constraints {
  /** A named form of the text, as in JSON Schema: `date-time`. */
  readonly format?: string;
  readonly default?: Fact<ScalarValue>;
  readonly enum?: Enum;
  /** Characters of a string. */
  readonly length?: Bounds;
  /** Size of a number, also of one that is written as a text. */
  readonly range?: Bounds;
  /** What a number counts, as the page writes it: `GiB`, `seconds`. */
  readonly unit?: Fact<string>;
  /** How many items a text lists, joined by commas or as JSON. */
  readonly count?: Bounds;
  /** Regular expression (ECMAScript, `u` flag) that the whole text matches. */
  readonly pattern?: Fact<string>;
}

/** A single value. */
export interface ScalarShape extends Constraints {
  readonly type: ScalarType;
}

/** A list. Request lists have a style. */
export interface ArrayShape {
  readonly type: "array";
  readonly style?: WireStyle;
  /** How many items. */
  readonly count?: Bounds;
  readonly items: Shape;
}

/** An object whose members are documented. Request objects have a style. */
export interface ObjectShape {
  readonly type: "object";
  readonly style?: WireStyle;
  readonly members: readonly Member[];
}

/** An object whose keys are the caller's. Request maps have a style. */
export interface MapShape {
  readonly type: "map";
  readonly style?: WireStyle;
  readonly values: Shape;
}

export type Shape = ScalarShape | ArrayShape | ObjectShape | MapShape;

/**
 * What says that a member belongs to the one around it, where its name alone does not: a table of its
 * own for the type, marks before the name, a sample of the page or of another page of the operation,
 * the alphabetical order of the rows, or only the type of the row before.
 */
export const placementEvidence = [
  "table",
  "indent",
  "sample",
  "otherPage",
  "order",
  "type",
] as const;

/** @see placementEvidence */
export type PlacementEvidence = (typeof placementEvidence)[number];

/** What may be said of a named member besides its shape. */
export interface MemberFacts {
  /** Name on the wire, as the page spells it. */
  readonly name: string;
  /** Request: the page says so. Response: every sample on the page has it. */
  readonly required: boolean;
  /** The row that documents the member; of a member implied by dotted names, the first of its rows. */
  readonly line?: Line;
  /** The page that documents it, where that is another one than the operation's: its lines are that page's. */
  readonly page?: string;
  /** What put the member where it is; absent at the top and where the page writes the whole path. */
  readonly placedBy?: PlacementEvidence;
  /** The example cell, as text. */
  readonly example?: string;
  /** The page's prose as Markdown. */
  readonly description?: string;
  /** The page says not to use it any more. */
  readonly deprecated?: Fact<true>;
  /** The client option that fills the member where a request leaves it out. */
  readonly filledBy?: "regionId";
  /** Repeating a request with the same value of this member does not repeat its effect. */
  readonly idempotencyToken?: Fact<true>;
  readonly conditions?: readonly Condition[];
}

/** A parameter of the request, or a member of the response or of an object in either. */
export type Member = MemberFacts & Shape;

/** A row of the error table. */
export interface ErrorEntry {
  readonly code: string;
  /** HTTP status, 100 to 599. */
  readonly status?: number;
  /** The text that the service sends. */
  readonly message?: string;
  /** What the page says about it. */
  readonly meaning?: string;
  readonly line?: Line;
  /** The page that documents it, where that is another one than the operation's. */
  readonly page?: string;
}

/** A code block that shows a call or an answer, verbatim. */
export interface Sample {
  readonly kind: "request" | "json" | "xml";
  /** The first line of the code block's text. */
  readonly line?: Line;
  readonly text: string;
}

/** What all ways of paging have in common. Answers are asked by paths, as in `Instances.Instance`. */
interface PaginationFacts {
  /** The request member that says how many items a page has. */
  readonly size?: string;
  /** The list in the answer. */
  readonly items: string;
}

/** How the operation's list comes page by page. */
export type Pagination =
  /** By the number of the page. */
  | (PaginationFacts & {
      readonly kind: "number";
      /** The request member that says which page. */
      readonly page: string;
      /** The number of the first page. */
      readonly first: number;
      /** The member of the answer that counts all items. */
      readonly total?: string;
    })
  /** By a token in each answer, for the next one. */
  | (PaginationFacts & {
      readonly kind: "token";
      /** The request member that takes the token. */
      readonly token: string;
      /** The member of the answer that has the next one; missing or empty in the last answer. */
      readonly next: string;
      /** The member of the answer that says whether there is more. */
      readonly more?: string;
    });

/** The states that the operation's answers tell of something. */
export interface Waiter {
  /** The member of the answer that has the state: a path, as in `Task.Status`. */
  readonly state: string;
  /** States that something stays in. */
  readonly settled: readonly string[];
  /** States that something leaves by itself. */
  readonly pending?: readonly string[];
  /** States that nothing good comes of. */
  readonly failed?: readonly string[];
  readonly line?: Line;
}

/** The operation answers before its work is done. */
export interface Asynchronous {
  /** The operation that tells how far the work is. */
  readonly state?: string;
  readonly line?: Line;
}

/** One operation of a product. */
export interface Operation {
  readonly product: string;
  /** Version of the API, a date: `2019-11-20`. */
  readonly version: string;
  /** Name on the wire. */
  readonly action: string;
  /** The page, relative to the folder of the product. Lines refer to it, where nothing names another one. */
  readonly page: string;
  readonly summary?: string;
  /** The page says not to use the operation any more. */
  readonly deprecated?: Fact<true>;
  /** The operation only reads: a request may be repeated without doing anything twice. */
  readonly readOnly?: boolean;
  readonly asynchronous?: Asynchronous;
  readonly pagination?: Pagination;
  readonly waiter?: Waiter;
  readonly request: readonly Member[];
  readonly response: readonly Member[];
  readonly errors: readonly ErrorEntry[];
  readonly samples: readonly Sample[];
}
