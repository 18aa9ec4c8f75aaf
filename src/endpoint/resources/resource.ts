import type { Operation } from "../../spec/operation.ts";

/** What an operation does to the resource that it is about. */
export type Role = "create" | "describe" | "list" | "update" | "delete";

/** A kind of thing that operations of one product create, show, change and delete. */
export interface Resource {
  readonly product: string;
  readonly version: string;
  /** What its operations call it, words joined: `forwarding-rule`. */
  readonly name: string;
  /** The member that names one of them, in requests and in answers: `ListenerId`. */
  readonly id: string;
  /** Whether the caller chooses the id. If not, the service does, and the answer to `create` tells it. */
  readonly chosen: boolean;
  readonly operations: Readonly<Record<Role, readonly Operation[]>>;
}

/** What an operation has to do with a resource. */
export interface Part {
  readonly role: Role;
  readonly resource: Resource;
  /** Names on the way from the answer to what this part shows; `[]` stands for each item of a list. */
  readonly place: readonly string[];
}

/** The resources of what is served. */
export interface ResourceModel {
  readonly resources: readonly Resource[];
  /** What an operation is for. Nothing where it is about no resource. */
  partOf(operation: Operation): Part | undefined;
  /** All resources that a call of the operation can name. */
  namedBy(operation: Operation): readonly Resource[];
}
