import type { Operation } from "../../spec/operation.ts";

/** The effect of an operation on its resource. */
export type Role = "create" | "describe" | "list" | "update" | "delete";

/** A kind of resource that one product's operations create, show, change and delete. */
export interface Resource {
  readonly product: string;
  readonly version: string;
  /** Its name in operations, with joined words: `forwarding-rule`. */
  readonly name: string;
  /** The member with the ID, in requests and responses: `ListenerId`. */
  readonly id: string;
  /** True if the caller chooses the ID; otherwise the response to `create` contains it. */
  readonly chosen: boolean;
  readonly operations: Readonly<Record<Role, readonly Operation[]>>;
}

/** The part of an operation in the life of a resource. */
export interface Part {
  readonly role: Role;
  readonly resource: Resource;
  /** Names on the path from the response to the shown resource; `[]` stands for each item of a list. */
  readonly place: readonly string[];
}

/** The resources of the served operations. */
export interface ResourceModel {
  readonly resources: readonly Resource[];
  /** The resource and the role of an operation; `undefined` for an operation without a resource. */
  partOf(operation: Operation): Part | undefined;
  /** All resources whose ID the operation takes. */
  namedBy(operation: Operation): readonly Resource[];
}
