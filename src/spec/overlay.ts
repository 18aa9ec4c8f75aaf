import { z } from "zod";

/** The target of an overlay action. */
export type OverlayTarget =
  /** The operation itself: its summary, its `readOnly` flag and others. */
  | { readonly operation: string }
  /** A request member by its path: `PortRanges[].FromPort`. */
  | { readonly operation: string; readonly request: string }
  /** A response member by its path. */
  | { readonly operation: string; readonly response: string }
  /** An error by its code. */
  | { readonly operation: string; readonly error: string };

/** Keys of a member, error or operation. The result is validated. */
export type Update = Readonly<Record<string, unknown>>;

/** One correction: its target, its reason, and exactly one change. */
export interface OverlayAction {
  readonly target: OverlayTarget;
  /** The reason, for reviewers: the error on the page and the evidence for it. */
  readonly because: string;
  /** Sets keys of the target; `null` removes a key. */
  readonly update?: Update;
  /**
   * Changes a member's type: the keys of the new type, with its content.
   *
   * Constraints of the old type are removed. Name, description, example and `required` stay.
   */
  readonly retype?: Update;
  /** Adds a member or an error that the page lacks. Its name is the target's last part. */
  readonly add?: Update;
  /** Removes the target. */
  readonly remove?: true;
}

/** An overlay file. Actions are applied in order, and files in the order of their names. */
export interface Overlay {
  readonly actions: readonly OverlayAction[];
}

const operation = z.string().describe("Name of the operation");
const path = z.string().min(1).describe("Path of a member: PortRanges[].FromPort");

const target = z.union([
  z.strictObject({ operation, request: path }),
  z.strictObject({ operation, response: path }),
  z.strictObject({ operation, error: z.string().min(1).describe("Error code") }),
  z.strictObject({ operation }),
]);

const keys = z.record(z.string(), z.unknown());
const unnamed = keys.refine(
  (given) => !("name" in given || "code" in given),
  "takes its name from the target",
);

const action = z
  .strictObject({
    target,
    because: z.string().min(1).describe("What is wrong on the page, and how that is known"),
    update: keys.exactOptional().describe("Keys to set; null takes a key away"),
    retype: keys
      .refine((given) => "type" in given, "needs a type")
      .exactOptional()
      .describe("Another type for a member, with its items, members or values"),
    add: unnamed.exactOptional().describe("A member or error that the page lacks"),
    remove: z.literal(true).exactOptional().describe("Takes the target away"),
  })
  .refine(
    ({ update, retype, add, remove }) =>
      [update, retype, add, remove].filter((what) => what !== undefined).length === 1,
    "needs exactly one of update, retype, add and remove",
  )
  .refine(
    ({ target, retype }) => retype === undefined || "request" in target || "response" in target,
    "only a member of a request or response has a type",
  );

/** Validates an overlay file. */
export const overlay: z.ZodType<Overlay> = z.strictObject({ actions: z.array(action).min(1) });
