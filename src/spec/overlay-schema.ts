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
    add: unnamed.exactOptional().describe("A member or error that the page lacks"),
    remove: z.literal(true).exactOptional().describe("Takes the target away"),
  })
  .refine(
    ({ update, add, remove }) =>
      [update, add, remove].filter((what) => what !== undefined).length === 1,
    "needs exactly one of update, add and remove",
  );

/** Validates an overlay file. */
export const overlay: z.ZodType<Overlay> = z.strictObject({ actions: z.array(action).min(1) });
