import type {
  Asynchronous,
  Bounds,
  EnumValue,
  ErrorEntry,
  Member,
  Pagination,
  Sample,
  Waiter,
} from "../spec/operation.ts";
import type { OwnNames } from "./open-names.ts";

/** A package to be generated: every name is chosen, every reference resolved. */
export interface PackageModel extends OwnNames {
  /** Name and version of the npm package. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Product and version of the API. */
  readonly product: string;
  readonly apiVersion: string;
  readonly endpoint?: string;
  /** Whether the package carries the samples of its pages as tests. */
  readonly tests: boolean;
  readonly operations: readonly OperationModel[];
}

/** An operation: one module of the package. */
export interface OperationModel {
  /** Name on the wire. */
  readonly action: string;
  /** The page, relative to the product's folder. */
  readonly page: string;
  readonly summary?: string;
  /** File name of the module, without its ending. */
  readonly module: string;
  /** The function, and the client's method. */
  readonly functionName: string;
  readonly serializer: string;
  readonly guard: string;
  /** All names that it has among those of the package, but for the function's. */
  readonly claimed: readonly string[];
  readonly request: InterfaceModel;
  readonly response: InterfaceModel;
  /** Shapes inside the request and the response, in the order of the page. */
  readonly nested: readonly InterfaceModel[];
  readonly valueSets: readonly ValueSetModel[];
  /** What values of the request are held to, in the order of the page. */
  readonly limits: readonly LimitsModel[];
  readonly errorCodes: ErrorCodesModel;
  /** Wire name of the parameter that makes repeating harmless. */
  readonly idempotencyToken?: string;
  readonly readOnly: boolean;
  /** The page says not to use it any more. */
  readonly deprecated: boolean;
  /** The operation that tells how far its work is, where it answers before that is done. */
  readonly asynchronous?: Asynchronous;
  readonly paginator?: PaginatorModel;
  readonly waiter?: WaiterModel;
  readonly samples: readonly Sample[];
}

/** The function that iterates over a list that comes page by page. */
export interface PaginatorModel {
  readonly name: string;
  /** The const that says how it comes. */
  readonly constant: string;
  /** Paths in the answer are those of the spec. */
  readonly pagination: Pagination;
  /** Whether the number of the page is sent as text. */
  readonly text: boolean;
  readonly item: TypeModel;
}

/** The function that waits for a state. */
export interface WaiterModel {
  readonly name: string;
  /** The const that says which states there are. */
  readonly constant: string;
  readonly waiter: Waiter;
  /** The documented states: a const object and a union type. */
  readonly values?: string;
}

/** An interface, and the function that writes it into parameters. */
export interface InterfaceModel {
  readonly name: string;
  readonly side: "request" | "response";
  /** Path of the member that the shape belongs to; empty for the request or response itself. */
  readonly path: string;
  /** The const that lists its members' names. Only in requests. */
  readonly members?: string;
  /** The const that says what answers of this shape have. Only in responses. */
  readonly answer?: string;
  /** The function that writes an object of this shape. Only in requests, and inside others. */
  readonly writer?: string;
  readonly properties: readonly PropertyModel[];
}

export interface PropertyModel {
  /** Name on the wire and in TypeScript. */
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeModel;
  /** What the spec says of it, for documentation and checks. */
  readonly member: Member;
}

/** How a value is written into parameters. Absent where the value is not part of a request. */
export type WireStyle = "flat" | "json" | "comma";

export type TypeModel =
  | (Held & { readonly kind: "string"; readonly values?: string })
  /** A text of the form `YYYY-MM-DDThh:mm:ssZ`; requests take a Date as well. */
  | (Held & { readonly kind: "dateTime" })
  | (Held & { readonly kind: "integer"; readonly values?: string })
  /** An integer that may be beyond 2^53. */
  | (Held & { readonly kind: "long"; readonly values?: string })
  | (Held & { readonly kind: "number"; readonly values?: string })
  | (Held & { readonly kind: "boolean" })
  /** A value of whose type the page says nothing. */
  | (Held & { readonly kind: "unknown"; readonly style: WireStyle })
  | (Held & { readonly kind: "list"; readonly style: WireStyle; readonly items: TypeModel })
  | { readonly kind: "map"; readonly style: WireStyle; readonly values: TypeModel }
  | { readonly kind: "object"; readonly style: WireStyle; readonly shape: InterfaceModel };

/** A value that may be held to something. */
interface Held {
  /** The const that says to what. */
  readonly limits?: string;
}

/** A const that says what a value of the request is held to, besides its type. */
export interface LimitsModel {
  readonly name: string;
  /** The only values there are, as they are sent. */
  readonly values?: readonly string[];
  /** Characters of a text. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** Items of a list, or of a text that lists them. */
  readonly count?: Bounds;
  /** A regular expression that can be run on any text of this length. */
  readonly pattern?: string;
}

/** A const object and a union type of the same name: the documented values of a member. */
export interface ValueSetModel {
  readonly name: string;
  /** Name of the member. */
  readonly member: string;
  readonly closed: boolean;
  readonly entries: readonly { readonly key: string; readonly value: EnumValue }[];
}

/** A const object and a union type of the same name: the documented error codes. */
export interface ErrorCodesModel {
  readonly name: string;
  readonly entries: readonly {
    readonly key: string;
    readonly code: string;
    /** The rows of the error table with this code. */
    readonly rows: readonly ErrorEntry[];
  }[];
}
