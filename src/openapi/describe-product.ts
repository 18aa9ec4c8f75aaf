import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { describeOperation, pathOf } from "./describe-operation.ts";
import { describeObject } from "./describe-schema.ts";
import type { JsonObject, OpenapiDocument } from "./document.ts";

/** The error response of the gateway, common to all operations. */
const error: JsonObject = {
  type: "object",
  required: ["Code", "Message", "RequestId"],
  properties: {
    Code: { type: "string" },
    Message: { type: "string" },
    RequestId: { type: "string" },
    HostId: { type: "string" },
    Recommend: { type: "string" },
    AccessDeniedDetail: { type: "object" },
  },
};

/**
 * Converts a product's operations to an OpenAPI 3.1 document.
 *
 * All operations are called at `/`. The fragment of the path makes the keys unique and is not sent; the
 * `Action` parameter selects the operation. Requests are form-encoded: `x-wire-style` gives the encoding
 * of nested values (`flat`: `Ports.1.From`; `json`; `comma`).
 */
export function describeProduct(
  product: Product,
  operations: readonly Operation[],
): OpenapiDocument {
  const sorted = [...operations].sort((a, b) => (a.action < b.action ? -1 : 1));
  const { endpoint } = product;
  const schemas = sorted.flatMap(({ action, request, response }): [string, JsonObject][] => [
    [`${action}Request`, describeObject(request)],
    [`${action}Response`, describeObject(response)],
  ]);
  return {
    openapi: "3.1.1",
    info: {
      title: product.product,
      version: product.version,
      ...(product.description === undefined ? {} : { description: product.description }),
    },
    ...(endpoint === undefined ? {} : { servers: [{ url: `https://${endpoint}` }] }),
    security: [{ acs3: [] }],
    paths: Object.fromEntries(
      sorted.map((operation) => [pathOf(operation.action), describeOperation(operation)]),
    ),
    components: {
      schemas: { Error: error, ...Object.fromEntries(schemas) },
      securitySchemes: {
        acs3: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "A signature of the request by ACS3-HMAC-SHA256.",
        },
      },
    },
  };
}
