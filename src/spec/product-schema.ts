import { z } from "zod";
import { host } from "./identity.ts";
import { identity } from "./operation-schema.ts";
import type { Product } from "./product.ts";

/** Validates `product.yaml`. */
export const product = z.strictObject({
  ...identity,
  package: z
    .string()
    .regex(/^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/, "is not an npm package name")
    .max(214)
    .exactOptional()
    .describe("Name of the npm package. Default: product and version, ga-20191120"),
  packageVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, "is not a version of the form 1.2.3")
    .exactOptional()
    .describe("Version of the npm package. Default: 0.1.0"),
  description: z.string().exactOptional().describe("What the product is for, in a sentence"),
  endpoint: z
    .string()
    .regex(host, "is not a host, or host:port, which is called by https")
    .exactOptional()
    .describe("Host, or host:port, that a client calls by https unless told otherwise"),
  tests: z
    .boolean()
    .exactOptional()
    .describe("Whether the package carries the samples of its pages as tests. Default: false"),
}) satisfies z.ZodType<Product>;
