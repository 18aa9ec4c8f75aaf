// An OpenAPI document with what specs say, for generators that read OpenAPI: the same operations, members,
// descriptions and values.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The document of all specs in a folder of products' versions, or of the first `limit` of them. */
export function openApiOfSpecs(folder, limit = Infinity) {
  const paths = {};
  const schemas = {};
  let operations = 0;
  for (const product of readdirSync(folder).sort()) {
    for (const spec of specsIn(join(folder, product, "operations"))) {
      if (operations === limit) break;
      operations += 1;
      const id = `${product.replaceAll(/\W/g, "_")}_${spec.action}`;
      schemas[`${id}Request`] = objectOf(spec.request);
      schemas[`${id}Response`] = objectOf(spec.response);
      const content = (side) => ({
        "application/json": { schema: { $ref: `#/components/schemas/${id}${side}` } },
      });
      paths[`/${product}/${spec.action}`] = {
        post: {
          operationId: id,
          summary: spec.summary,
          requestBody: { content: content("Request") },
          responses: { 200: { description: "The answer.", content: content("Response") } },
        },
      };
    }
  }
  const info = { title: "Every operation", version: "1.0.0" };
  return { operations, document: { openapi: "3.0.3", info, paths, components: { schemas } } };
}

function specsIn(folder) {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => parse(readFileSync(join(folder, name), "utf8")));
  } catch {
    return [];
  }
}

function objectOf(members) {
  return schemaOf({ type: "object", members });
}

function schemaOf({ type, description, items, members, values, enum: documented }) {
  const prose = description === undefined ? {} : { description };
  switch (type) {
    case "array":
      return { type, ...prose, items: schemaOf(items) };
    case "map":
      return { type: "object", ...prose, additionalProperties: schemaOf(values) };
    case "object": {
      const required = members.filter((member) => member.required).map(({ name }) => name);
      const properties = Object.fromEntries(members.map((one) => [one.name, schemaOf(one)]));
      return { type, ...prose, properties, ...(required.length > 0 ? { required } : {}) };
    }
    case "long":
      return { type: "integer", format: "int64", ...prose };
    case "float":
    case "double":
      return { type: "number", format: type, ...prose };
    case "any":
      return prose;
    default: {
      const texts = [...new Set((documented?.values ?? []).map(({ value }) => String(value)))];
      return { type, ...prose, ...(type === "string" && texts.length > 0 ? { enum: texts } : {}) };
    }
  }
}
