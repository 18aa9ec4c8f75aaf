import { z } from "zod";
import { operation } from "./operation-schema.ts";
import { overlay } from "./overlay.ts";
import { positions } from "./positions-schema.ts";
import { product } from "./product-schema.ts";

const schemas = { operation, overlay, positions, product };

/** Returns the JSON Schemas of all files in a specs folder by file name, for `schema/` beside the products. */
export function writeSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" }), null, 2)}\n`,
    ]),
  );
}
