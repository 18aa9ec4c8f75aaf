import type {
  Asynchronous,
  ErrorEntry,
  Operation,
  Pagination,
  Sample,
  Waiter,
} from "../spec/operation.ts";
import { actionParameter, versionParameter } from "../spec/protocol-names.ts";
import type { Json, JsonObject } from "./document.ts";

/** The key of an operation's path. The fragment is not sent; it only makes the keys unique. */
export function pathOf(action: string): string {
  return `/#${action}`;
}

/** Converts an operation to an item of OpenAPI's `paths`. */
export function describeOperation(operation: Operation): JsonObject {
  const { action, version, summary, page, readOnly, asynchronous, pagination, waiter } = operation;
  return {
    post: {
      operationId: action,
      ...(summary === undefined ? {} : { summary: firstLine(summary), description: summary }),
      parameters: [constant(actionParameter, action), constant(versionParameter, version)],
      requestBody: {
        required: operation.request.some(({ required }) => required),
        content: {
          "application/x-www-form-urlencoded": { schema: reference(`${action}Request`) },
        },
      },
      responses: { "200": success(operation), ...failures(operation.errors) },
      "x-page": page,
      ...(readOnly === true ? { "x-read-only": true } : {}),
      ...(asynchronous === undefined ? {} : { "x-asynchronous": withoutLine(asynchronous) }),
      ...(pagination === undefined ? {} : { "x-pagination": withoutLine(pagination) }),
      ...(waiter === undefined ? {} : { "x-waiter": withoutLine(waiter) }),
    },
  };
}

function constant(name: string, value: string): JsonObject {
  return { name, in: "query", required: true, schema: { type: "string", const: value } };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function success({ action, response, samples }: Operation): JsonObject {
  const documented = new Set(response.map(({ name }) => name));
  const examples = samples.flatMap((sample, index): [string, JsonObject][] => {
    const value = sample.kind === "json" ? readJson(sample) : undefined;
    return value === undefined || isRefusal(value, documented)
      ? []
      : [[`sample${String(index + 1)}`, { value }]];
  });
  return {
    description: "The call went well.",
    content: {
      "application/json": {
        schema: reference(`${action}Response`),
        ...(examples.length === 0 ? {} : { examples: Object.fromEntries(examples) }),
      },
    },
  };
}

/** Returns true if a sample shows the response of a failed call. */
function isRefusal(value: Json, documented: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return true;
  const has = (name: string) => Object.hasOwn(value, name) && !documented.has(name);
  return has("Code") && (has("Message") || has("HostId"));
}

/** Groups the documented errors by status; errors without one go to `default`. */
function failures(errors: readonly ErrorEntry[]): JsonObject {
  const byStatus = new Map<string, ErrorEntry[]>([["default", []]]);
  for (const error of errors) {
    const status = error.status === undefined ? "default" : String(error.status);
    const known = byStatus.get(status);
    if (known === undefined) byStatus.set(status, [error]);
    else known.push(error);
  }
  // Status 200 is success, so an error with that status is ignored.
  byStatus.delete("200");
  return Object.fromEntries([...byStatus].map(([status, rows]) => [status, failure(rows)]));
}

function failure(rows: readonly ErrorEntry[]): JsonObject {
  const codes = [...new Set(rows.map(({ code }) => code))];
  const lines = rows.map(({ code, message = "", meaning = "" }) =>
    [`- ${code}`, message, meaning].filter((part) => part !== "").join(": "),
  );
  const known: JsonObject = {
    properties: { Code: { anyOf: [{ enum: codes }, { type: "string" }] } },
  };
  return {
    description: ["The call was refused.", ...lines].join("\n"),
    content: {
      "application/json": {
        schema: codes.length === 0 ? reference("Error") : { allOf: [reference("Error"), known] },
      },
    },
  };
}

function readJson({ text }: Sample): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function withoutLine(facts: Asynchronous | Pagination | Waiter): JsonObject {
  const { line, ...rest } = { line: undefined, ...facts };
  return rest;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
