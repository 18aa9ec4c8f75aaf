/**
 * The spec of an operation: the content of its page, independent of pages and of TypeScript.
 *
 * The page side of docwright ends here, and the TypeScript side begins here. `operation-schema.ts`
 * validates the spec and carries the same texts into the JSON Schema.
 */

/**
 * Line of the page, from 1. Stored in the positions file beside the spec.
 *
 * Absent without that file, and on content from an overlay.
 */
export type Line = number;

/** Types of a single value, as pages name them. `any` is a value whose type the page does not give. */
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

/** Encodings of a list, object or map in parameters: `K.1`, a JSON text, or joined by commas. */
export const wireStyles = ["flat", "json", "comma"] as const;

/** @see wireStyles */
export type WireStyle = (typeof wireStyles)[number];

/** A scalar value of YAML. */
export type ScalarValue = string | number | boolean;

/** A documented value and its meaning. */
export interface EnumValue {
  readonly value: ScalarValue;
  readonly meaning?: string;
  readonly line?: Line;
}

/** The documented values of a member. `closed`: the page says that no others are allowed. */
export interface Enum {
  readonly closed: boolean;
  readonly values: readonly EnumValue[];
}

/** A value stated in prose, with its line. */
export interface Fact<T> {
  readonly value: T;
  readonly line?: Line;
}

/** Inclusive bounds: of a length in characters, of a number, or of a list's number of items. */
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
  /** The member only applies in these cases. */
  | { readonly kind: "onlyWhen"; readonly when: When; readonly line?: Line }
  /** The member is required in these cases. */
  | { readonly kind: "requiredWhen"; readonly when: When; readonly line?: Line }
  /** The member equals another one, always or in these cases. */
  | { readonly kind: "equals"; readonly to: string; readonly when?: When; readonly line?: Line };

/** Constraints of a value. */
export interface Constraints {
  /** A named format of a string, as in JSON Schema: `date-time`. */
  readonly format?: string;
  readonly default?: Fact<ScalarValue>;
  readonly enum?: Enum;
  /** Length of a string, in characters. */
  readonly length?: Bounds;
  /** Range of a number, even of one that is written as a string. */
  readonly range?: Bounds;
  /** The unit of a number, as the page writes it: `GiB`, `seconds`. */
  readonly unit?: Fact<string>;
  /** Number of items in a string that lists them, joined by commas or as JSON. */
  readonly count?: Bounds;
  /** Regular expression (ECMAScript, `u` flag) for the whole string. */
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
  /** Number of items. */
  readonly count?: Bounds;
  readonly items: Shape;
}

/** An object with documented members. Request objects have a style. */
export interface ObjectShape {
  readonly type: "object";
  readonly style?: WireStyle;
  readonly members: readonly Member[];
}

/** An object with keys of the caller's choice. Request maps have a style. */
export interface MapShape {
  readonly type: "map";
  readonly style?: WireStyle;
  readonly values: Shape;
}

export type Shape = ScalarShape | ArrayShape | ObjectShape | MapShape;

/**
 * Evidence that a member belongs to the one around it, where its name alone does not show it.
 *
 * - `table`: a separate table for the type.
 * - `indent`: marks before the name.
 * - `sample`: a sample of the page.
 * - `otherPage`: a sample of another page of the operation.
 * - `order`: the alphabetical order of the rows.
 * - `type`: only the type of the row before.
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

/** Facts about a named member besides its shape. */
export interface MemberFacts {
  /** Name on the wire, as the page spells it. */
  readonly name: string;
  /** Request: the page says so. Response: every sample on the page has it. */
  readonly required: boolean;
  /** The row that documents the member. For a member implied by dotted names: the first of its rows. */
  readonly line?: Line;
  /** The page that documents it, where that is not the operation's. Its lines refer to that page. */
  readonly page?: string;
  /** Evidence for the member's place; absent at the top and where the page writes the whole path. */
  readonly placedBy?: PlacementEvidence;
  /** The example cell, as text. */
  readonly example?: string;
  /** The page's prose as Markdown. */
  readonly description?: string;
  /** The page marks the member as deprecated. */
  readonly deprecated?: Fact<true>;
  /** The client option that fills the member where a request omits it. */
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
  /** The page's explanation. */
  readonly meaning?: string;
  readonly line?: Line;
  /** The page that documents it, where that is not the operation's. */
  readonly page?: string;
}

/** A code block that shows a request or a response, verbatim. */
export interface Sample {
  readonly kind: "request" | "json" | "xml";
  /** The first line of the code block's text. */
  readonly line?: Line;
  readonly text: string;
}

/** Facts common to all kinds of pagination. Response members are given by path: `Instances.Instance`. */
interface PaginationFacts {
  /** The request member with the number of items per page. */
  readonly size?: string;
  /** The list in the response. */
  readonly items: string;
}

/** The pagination of the operation's list. */
export type Pagination =
  /** By page number. */
  | (PaginationFacts & {
      readonly kind: "number";
      /** The request member with the page number. */
      readonly page: string;
      /** The number of the first page. */
      readonly first: number;
      /** The response member with the total number of items. */
      readonly total?: string;
    })
  /** By a token in each response, for the next page. */
  | (PaginationFacts & {
      readonly kind: "token";
      /** The request member that takes the token. */
      readonly token: string;
      /** The response member with the next token; absent or empty in the last response. */
      readonly next: string;
      /** The response member that is true while more pages follow. */
      readonly more?: string;
    });

/** The states in the operation's responses. */
export interface Waiter {
  /** The path of the response member with the state, as in `Task.Status`. */
  readonly state: string;
  /** Settled states. */
  readonly settled: readonly string[];
  /** Transient states. */
  readonly pending?: readonly string[];
  /** Failure states. */
  readonly failed?: readonly string[];
  readonly line?: Line;
}

/** The operation responds before its work is done. */
export interface Asynchronous {
  /** The operation that reports the progress of the work. */
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
  /** The page, relative to the product folder. Lines refer to it unless a part names another page. */
  readonly page: string;
  readonly summary?: string;
  /** The page marks the operation as deprecated. */
  readonly deprecated?: Fact<true>;
  /** The operation only reads, so a request can be retried safely. */
  readonly readOnly?: boolean;
  readonly asynchronous?: Asynchronous;
  readonly pagination?: Pagination;
  readonly waiter?: Waiter;
  readonly request: readonly Member[];
  readonly response: readonly Member[];
  readonly errors: readonly ErrorEntry[];
  readonly samples: readonly Sample[];
}
