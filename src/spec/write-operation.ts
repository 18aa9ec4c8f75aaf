import { isScalarShape } from "./is-scalar-shape.ts";
import type {
  Asynchronous,
  ErrorEntry,
  Member,
  Operation,
  Pagination,
  Sample,
  Shape,
  Waiter,
} from "./operation.ts";
import { yamlBlock, yamlText } from "./yaml-text.ts";

/** Facts that stay on one line, however many keys they have. */
const inline = new Set([
  "default",
  "length",
  "range",
  "count",
  "pattern",
  "unit",
  "idempotencyToken",
  "deprecated",
  "when",
  "asynchronous",
]);

/** Lists of short words, which stay on one line. */
const flowLists = new Set(["in", "settled", "pending", "failed"]);

/** Characters that could end a comment or hide its text. */
const unwritable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The path from an operation's file to its JSON Schema, beside the product folders. */
const schemaPath = "../../schema/operation.schema.json";

/**
 * Writes an operation as YAML: keys in a fixed order, prose as blocks, small facts on one line.
 *
 * Line numbers are omitted: `writePositions` writes them.
 */
export function writeOperation(operation: Operation): string {
  const page = operation.page.replaceAll(unwritable, " ");
  return [
    `# yaml-language-server: $schema=${schemaPath}`,
    `# Written by docwright from ${page}. Do not edit: correct it by an overlay.`,
    "",
    blockMap(orderOperation(operation), ""),
    "",
  ].join("\n");
}

/** A value to write; keys without a value are omitted. */
type Value = string | number | boolean | readonly Value[] | object;

/** Writes each key on its own line, with its value beside or below it. */
function blockMap(fields: object, indent: string): string {
  const lines: string[] = [];
  for (const [key, value] of entriesOf(fields)) {
    if (value !== undefined) lines.push(`${indent}${key}:${blockValue(key, value, `${indent}  `)}`);
  }
  return lines.join("\n");
}

/** Writes the value after a key's colon. */
function blockValue(key: string, value: Value, indent: string): string {
  if (typeof value === "string" && value.includes("\n")) {
    return ` ${yamlBlock(value, indent) ?? yamlText(value)}`;
  }
  if (isList(value) && value.length > 0 && !flowLists.has(key)) {
    return value.map((item) => `\n${indent}- ${listItem(key, item, `${indent}  `)}`).join("");
  }
  if (isMap(value) && !inline.has(key)) return `\n${blockMap(value, indent)}`;
  return ` ${flowValue(value)}`;
}

/** Writes an item after a list's dash; a map's first key follows the dash. */
function listItem(key: string, item: Value, indent: string): string {
  if (!isMap(item) || (key === "values" && isEnumValue(item))) return flowValue(item);
  return blockMap(item, indent).slice(indent.length);
}

/** Writes a value on one line. */
function flowValue(value: Value, inFlow = false): string {
  if (typeof value === "string") return yamlText(value, inFlow);
  if (isList(value)) {
    return value.length === 0
      ? "[]"
      : `[ ${value.map((item) => flowValue(item, true)).join(", ")} ]`;
  }
  if (!isMap(value)) return Object.is(value, -0) ? "-0" : String(value);
  const entries = entriesOf(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${key}: ${flowValue(inner, true)}`],
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Returns true for `{ value, meaning }` with a meaning that fits on a line. */
function isEnumValue(item: object): boolean {
  if (!("value" in item)) return false;
  const meaning = "meaning" in item ? item.meaning : undefined;
  return typeof meaning !== "string" || meaning.length <= 60;
}

/** The keys of a map without lines, which are not part of the spec. */
function entriesOf(fields: object): [key: string, value: Value | undefined][] {
  const entries = Object.entries(fields) as [string, Value | undefined][];
  return entries.filter(([key]) => key !== "line");
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isMap(value: Value): value is object {
  return typeof value === "object" && !isList(value);
}

function orderOperation(operation: Operation): object {
  return {
    product: operation.product,
    version: operation.version,
    action: operation.action,
    page: operation.page,
    summary: operation.summary,
    deprecated: operation.deprecated,
    readOnly: operation.readOnly,
    asynchronous: operation.asynchronous && orderAsynchronous(operation.asynchronous),
    pagination: operation.pagination && orderPagination(operation.pagination),
    waiter: operation.waiter && orderWaiter(operation.waiter),
    request: operation.request.map(orderMember),
    response: operation.response.map(orderMember),
    errors: operation.errors.map(orderError),
    samples: operation.samples.map(orderSample),
  };
}

function orderAsynchronous({ state }: Asynchronous): object {
  return { state };
}

function orderPagination(pagination: Pagination): object {
  const { size, items } = pagination;
  switch (pagination.kind) {
    case "number": {
      const { kind, page, first, total } = pagination;
      return { kind, page, first, size, items, total };
    }
    case "token": {
      const { kind, token, next, more } = pagination;
      return { kind, token, next, size, items, more };
    }
  }
}

function orderWaiter({ state, settled, pending, failed }: Waiter): object {
  return { state, settled, pending, failed };
}

function orderMember(member: Member): object {
  return {
    name: member.name,
    ...orderShape(member, {
      required: member.required,
      page: member.page,
      placedBy: member.placedBy,
      deprecated: member.deprecated,
      filledBy: member.filledBy,
      idempotencyToken: member.idempotencyToken,
      example: member.example,
      description: member.description,
      conditions: member.conditions?.map(({ kind, ...condition }) => ({ kind, ...condition })),
    }),
  };
}

/** Orders a shape's keys: the type, then the facts about the member, then the content. */
function orderShape(shape: Shape, facts: object): object {
  if (isScalarShape(shape)) {
    return {
      type: shape.type,
      format: shape.format,
      ...facts,
      default: shape.default,
      enum: shape.enum,
      length: shape.length,
      range: shape.range,
      unit: shape.unit,
      count: shape.count,
      pattern: shape.pattern,
    };
  }
  switch (shape.type) {
    case "array":
      return {
        type: shape.type,
        style: shape.style,
        ...facts,
        count: shape.count,
        items: orderShape(shape.items, {}),
      };
    case "object":
      return {
        type: shape.type,
        style: shape.style,
        ...facts,
        members: shape.members.map(orderMember),
      };
    case "map":
      return {
        type: shape.type,
        style: shape.style,
        ...facts,
        values: orderShape(shape.values, {}),
      };
  }
}

function orderError({ code, status, message, meaning, page }: ErrorEntry): object {
  return { code, status, message, meaning, page };
}

function orderSample({ kind, text }: Sample): object {
  return { kind, text };
}
