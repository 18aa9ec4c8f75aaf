import type { EnumValue, ErrorEntry, Member, Sample } from "../spec/operation.ts";

/** A package to be generated: every name is chosen, every reference resolved. */
export interface PackageModel {
  /** Name and version of the npm package. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Product and version of the API. */
  readonly product: string;
  readonly apiVersion: string;
  readonly endpoint?: string;
  /** The client class. */
  readonly client: string;
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
  readonly request: InterfaceModel;
  readonly response: InterfaceModel;
  /** Shapes inside the request and the response, in the order of the page. */
  readonly nested: readonly InterfaceModel[];
  readonly valueSets: readonly ValueSetModel[];
  readonly errorCodes: ErrorCodesModel;
  /** Wire name of the parameter that makes repeating harmless. */
  readonly idempotencyToken?: string;
  readonly readOnly: boolean;
  readonly samples: readonly Sample[];
}

/** An interface, and the function that writes it into parameters. */
export interface InterfaceModel {
  readonly name: string;
  readonly side: "request" | "response";
  /** Path of the member that the shape belongs to; empty for the request or response itself. */
  readonly path: string;
  /** The const that lists its members' names. Only of shapes that are written member by member. */
  readonly members?: string;
  /** The function that writes an object of this shape. Only where `members` is, and inside others. */
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
  | { readonly kind: "string"; readonly values?: string }
  /** A text of the form `YYYY-MM-DDThh:mm:ssZ`; requests take a Date as well. */
  | { readonly kind: "dateTime" }
  | { readonly kind: "integer"; readonly values?: string }
  /** An integer that may be beyond 2^53. */
  | { readonly kind: "long"; readonly values?: string }
  | { readonly kind: "number"; readonly values?: string }
  | { readonly kind: "boolean" }
  /** A value of which the page says nothing. */
  | { readonly kind: "unknown"; readonly style: WireStyle }
  | { readonly kind: "list"; readonly style: WireStyle; readonly items: TypeModel }
  | { readonly kind: "map"; readonly style: WireStyle; readonly values: TypeModel }
  | { readonly kind: "object"; readonly style: WireStyle; readonly shape: InterfaceModel };

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
