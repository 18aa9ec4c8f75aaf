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

/** A package to generate, with all names chosen and all references resolved. */
export interface PackageModel extends OwnNames {
  /** Name and version of the npm package. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Product and version of the API. */
  readonly product: string;
  readonly apiVersion: string;
  readonly endpoint?: string;
  /** The package includes the samples of its pages as tests. */
  readonly tests: boolean;
  readonly operations: readonly OperationModel[];
}

/** An operation: one module of the package. */
export interface OperationModel {
  /** Name on the wire. */
  readonly action: string;
  /** The page, relative to the product folder. */
  readonly page: string;
  readonly summary?: string;
  /** File name of the module, without its extension. */
  readonly module: string;
  /** The function, and the client's method. */
  readonly functionName: string;
  readonly serializer: string;
  readonly guard: string;
  /** All exported names that the operation claims, except for the function's. */
  readonly claimed: readonly string[];
  readonly request: InterfaceModel;
  readonly response: InterfaceModel;
  /** Shapes inside the request and the response, in the order of the page. */
  readonly nested: readonly InterfaceModel[];
  readonly valueSets: readonly ValueSetModel[];
  /** Constraints of request values, in the order of the page. */
  readonly limits: readonly LimitsModel[];
  readonly errorCodes: ErrorCodesModel;
  /** Wire name of the parameter that makes retries idempotent. */
  readonly idempotencyToken?: string;
  readonly readOnly: boolean;
  /** The page marks the operation as deprecated. */
  readonly deprecated: boolean;
  /** The operation that reports progress, where this one responds before its work is done. */
  readonly asynchronous?: Asynchronous;
  readonly paginator?: PaginatorModel;
  readonly waiter?: WaiterModel;
  readonly samples: readonly Sample[];
}

/** The function that iterates over a paginated list. */
export interface PaginatorModel {
  readonly name: string;
  /** The constant that describes the pagination. */
  readonly constant: string;
  /** Response paths are those of the spec. */
  readonly pagination: Pagination;
  /** The page number is sent as a string. */
  readonly text: boolean;
  readonly item: TypeModel;
}

/** The function that waits for a state. */
export interface WaiterModel {
  readonly name: string;
  /** The constant that lists the states. */
  readonly constant: string;
  readonly waiter: Waiter;
  /** The documented states: a constant and a union type. */
  readonly values?: string;
}

/** An interface, and the function that writes it into parameters. */
export interface InterfaceModel {
  readonly name: string;
  readonly side: "request" | "response";
  /** Path of the shape's member; empty for the request or response itself. */
  readonly path: string;
  /** The constant with its members' names. Requests only. */
  readonly members?: string;
  /** The constant that describes responses of this shape. Responses only. */
  readonly answer?: string;
  /** The function that writes an object of this shape. Nested request shapes only. */
  readonly writer?: string;
  readonly properties: readonly PropertyModel[];
}

export interface PropertyModel {
  /** Name on the wire and in TypeScript. */
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeModel;
  /** The member of the spec, for documentation and checks. */
  readonly member: Member;
}

/** The encoding of a list, an object or a map in parameters. */
export type WireStyle = "flat" | "json" | "comma";

export type TypeModel =
  | (Held & { readonly kind: "string"; readonly values?: string })
  /** A string of the form `YYYY-MM-DDThh:mm:ssZ`; requests also accept a Date. */
  | (Held & { readonly kind: "dateTime" })
  | (Held & { readonly kind: "integer"; readonly values?: string })
  /** An integer that may exceed 2^53. */
  | (Held & { readonly kind: "long"; readonly values?: string })
  | (Held & { readonly kind: "number"; readonly values?: string })
  | (Held & { readonly kind: "boolean" })
  /** A value whose type the page does not give. */
  | (Held & { readonly kind: "unknown"; readonly style: WireStyle })
  | (Held & { readonly kind: "list"; readonly style: WireStyle; readonly items: TypeModel })
  | { readonly kind: "map"; readonly style: WireStyle; readonly values: TypeModel }
  | { readonly kind: "object"; readonly style: WireStyle; readonly shape: InterfaceModel };

/** A value that may have constraints. */
interface Held {
  /** The constant with its constraints. */
  readonly limits?: string;
}

/** A constant with the constraints of a request value. */
export interface LimitsModel {
  readonly name: string;
  /** The only allowed values, as sent. */
  readonly values?: readonly string[];
  /** Length of a string, in characters. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /** Number of items of a list, or of a string that lists them. */
  readonly count?: Bounds;
  /** A regular expression that is safe to run on strings of this length. */
  readonly pattern?: string;
}

/** A constant and a union type of the same name: the documented values of a member. */
export interface ValueSetModel {
  readonly name: string;
  /** Name of the member. */
  readonly member: string;
  readonly closed: boolean;
  readonly entries: readonly { readonly key: string; readonly value: EnumValue }[];
}

/** A constant and a union type of the same name: the documented error codes. */
export interface ErrorCodesModel {
  readonly name: string;
  readonly entries: readonly {
    readonly key: string;
    readonly code: string;
    /** The rows of the error table with this code. */
    readonly rows: readonly ErrorEntry[];
  }[];
}
