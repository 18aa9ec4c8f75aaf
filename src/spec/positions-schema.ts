import { z } from "zod";

const line = z.int().positive().describe("Line of the page, counted from 1");

/**
 * Validates a positions file: the page lines of a spec, in a file beside it.
 *
 * Parts are named by their place in the spec: `request PortRanges[].FromPort`, `error NoSuchThing`,
 * `sample json`.
 */
export const positions = z.strictObject({
  $schema: z.string().exactOptional(),
  lines: z
    .record(
      z.string(),
      z.union([
        line,
        z
          .record(z.string(), line)
          .describe("By what is said of the part: line (its row), default, enum <value>, equals"),
      ]),
    )
    .describe(
      "By the part of the operation that they document; of another page, where the spec names one",
    ),
});
