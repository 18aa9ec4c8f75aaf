import { Document, isMap, isScalar, visit, type Scalar, type YAMLMap } from "yaml";
import { isScalarShape } from "./is-scalar-shape.ts";
import type { ErrorEntry, Member, Operation, Sample, Shape } from "./operation.ts";

/** Facts that stay on one line, however many keys they have. */
const inline = new Set([
  "default",
  "length",
  "range",
  "count",
  "pattern",
  "unit",
  "idempotencyToken",
  "when",
]);

/** Control characters and halves of characters: YAML can only have them escaped. */
const unwritable = /[\p{Cc}\p{Cs}]/gu;

/** Where an operation's file finds its JSON Schema: beside the folders of the products. */
const schemaPath = "../../schema/operation.schema.json";

/** An operation as YAML: keys in a fixed order, prose as blocks, small facts on one line. */
export function writeOperation(operation: Operation): string {
  const document = new Document(orderOperation(operation), { aliasDuplicateObjects: false });
  document.commentBefore = [
    ` yaml-language-server: $schema=${schemaPath}`,
    ` Written by docwright from ${operation.page.replaceAll(unwritable, " ")}. Do not edit: correct it by an overlay.`,
  ].join("\n");
  visit(document, {
    Pair(_, { key, value }) {
      if (isMap(value) && isScalar(key) && inline.has(String(key.value))) value.flow = true;
    },
    Scalar(_, scalar) {
      const style = typeof scalar.value === "string" ? styleOf(scalar.value) : undefined;
      if (style !== undefined) scalar.type = style;
    },
    Map(_, map, path) {
      const parent = path.at(-2);
      if (isPairOf(parent, "values") && isEnumValue(map)) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** How a text is written; nothing where YAML can tell by itself. */
function styleOf(text: string): Scalar.Type | undefined {
  if (text.replaceAll(/[\n\t]/g, "").search(unwritable) !== -1) return "QUOTE_DOUBLE";
  if (text.includes("\n")) return /^\s*$|[\t ]$/.test(text) ? "QUOTE_DOUBLE" : "BLOCK_LITERAL";
  // Older YAML takes a bare date for a date.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return "QUOTE_DOUBLE";
  // Between single quotes a backslash is a backslash, so a pattern reads as it is.
  return text.includes("\\") ? "QUOTE_SINGLE" : undefined;
}

function isPairOf(node: unknown, key: string): boolean {
  return (
    typeof node === "object" &&
    node !== null &&
    "key" in node &&
    isScalar(node.key) &&
    node.key.value === key
  );
}

/** `{ value, meaning, line }`, as long as it fits a line. */
function isEnumValue(map: YAMLMap): boolean {
  const meaning = map.get("meaning");
  return map.has("value") && (typeof meaning !== "string" || meaning.length <= 60);
}

function orderOperation(operation: Operation) {
  return {
    product: operation.product,
    version: operation.version,
    action: operation.action,
    page: operation.page,
    summary: operation.summary,
    request: operation.request.map(orderMember),
    response: operation.response.map(orderMember),
    errors: operation.errors.map(orderError),
    samples: operation.samples.map(orderSample),
  };
}

function orderMember(member: Member): object {
  return {
    name: member.name,
    ...orderShape(member, {
      required: member.required,
      line: member.line,
      placedBy: member.placedBy,
      filledBy: member.filledBy,
      idempotencyToken: member.idempotencyToken,
      example: member.example,
      description: member.description,
      conditions: member.conditions?.map(({ kind, ...condition }) => ({ kind, ...condition })),
    }),
  };
}

/** A shape's keys: the type first, then what is said of the member, then what is inside. */
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

function orderError({ code, status, message, meaning, line }: ErrorEntry): object {
  return { code, status, message, meaning, line };
}

function orderSample({ kind, line, text }: Sample): object {
  return { kind, line, text };
}
