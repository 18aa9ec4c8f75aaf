import { z } from "zod";
import { apiVersion, productName } from "../spec/identity.ts";
import { product } from "../spec/product-schema.ts";
import { limitFacts, type Limits } from "../text/limits.ts";
import type { Config } from "./config.ts";

const path = z
  .string()
  .min(1)
  .refine((text) => !text.includes("\0"), "holds a zero character, which no path can have");
const { package: name, packageVersion, description, endpoint, tests } = product.shape;

/** The message about a setting that `docwright init` leaves empty where pages do not state it. */
function toFillIn(otherwise: string, wanted: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) =>
      input === "" ? `is empty. The pages do not state it: write ${wanted}` : otherwise,
  };
}

const productConfig = z
  .strictObject({
    pages: z
      .union([path, z.array(path).min(1)])
      .describe("Folders of pages, or single pages, relative to this file"),
    product: z
      .string()
      .regex(
        productName,
        toFillIn("is not a product's name", "the product of these pages, as in Shop"),
      )
      .exactOptional()
      .describe("The only product to build from these pages"),
    version: z
      .string()
      .regex(
        apiVersion,
        toFillIn("is not a date such as 2019-11-20", "the version of the API, as in 2019-11-20"),
      )
      .exactOptional()
      .describe("The only version of that product to build"),
    package: name,
    packageVersion,
    description,
    endpoint,
    tests,
    output: path.exactOptional().describe("The package's folder"),
  })
  .refine(
    ({ product, version }) => (product === undefined) === (version === undefined),
    "needs product and version together, or neither",
  )
  .refine(
    ({ product, pages, version, ...rest }) =>
      product !== undefined || Object.keys(rest).length === 0,
    "says something of one package, so it needs a product and a version",
  );

const limits: z.ZodType<Partial<Limits>> = z.strictObject(
  Object.fromEntries(
    Object.entries(limitFacts).map(([limit, { usual, most, unit, of }]) => {
      const described = `The most ${unit} of ${of}. Default: ${usual}`;
      return [limit, z.int().min(0).max(most).exactOptional().describe(described)];
    }),
  ),
);

/** Validates `docwright.config.*`. */
export const config: z.ZodType<Config> = z.strictObject({
  $schema: z.string().exactOptional(),
  specs: path.exactOptional().describe("Folder of specs. Default: specs"),
  output: path.exactOptional().describe("Folder of packages. Default: generated"),
  templates: path
    .exactOptional()
    .describe("Folder of templates that take the place of built-in ones"),
  languages: z
    .array(z.string().min(1))
    .min(1)
    .exactOptional()
    .describe("Languages or names of folders whose pages are preferred, the first one most"),
  tests,
  products: z.array(productConfig).min(1).exactOptional().describe("Where pages lie"),
  ignore: z
    .array(path)
    .exactOptional()
    .describe("Pages and folders of pages that are left out: paths, or patterns with *, ** and ?"),
  lint: z
    .strictObject({
      rules: z
        .record(z.string(), z.enum(["off", "warning", "error"]))
        .exactOptional()
        .describe("Severities by rule. Default: every rule is a warning"),
    })
    .exactOptional()
    .describe("What docwright lint is to look for"),
  limits: limits.exactOptional().describe("What pages and specs may have at most"),
});
