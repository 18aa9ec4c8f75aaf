import { z } from "zod";
import type { Overlay } from "./overlay.ts";

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
