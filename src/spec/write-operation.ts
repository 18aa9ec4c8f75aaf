import { Document, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";
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
  setStyles(document.contents, "");
  return document.toString({ directives: false, lineWidth: 0, flowCollectionPadding: true });
}

/** Sets how each node below is written, which is itself the value of a key. */
function setStyles(node: unknown, key: string): void {
  if (isMap(node)) {
    for (const { key: name, value } of node.items) {
      const own = isScalar(name) ? String(name.value) : "";
      if (isMap(value) && inline.has(own)) value.flow = true;
      setStyles(value, own);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) {
      if (key === "values" && isMap(item) && isEnumValue(item)) item.flow = true;
      setStyles(item, "");
    }
  } else if (isScalar(node) && typeof node.value === "string") {
    const style = styleOf(node.value);
    if (style !== undefined) node.type = style;
  }
}

/** How a text is written; nothing where YAML can tell by itself. */
function styleOf(text: string): Scalar.Type | undefined {
  if (/[^\P{Cc}\n\t]|\p{Cs}/u.test(text)) return "QUOTE_DOUBLE";
  if (text.includes("\n"))
    return text.trim() === "" || /[\t ]/.test(text.slice(-1)) ? "QUOTE_DOUBLE" : "BLOCK_LITERAL";
  // Older YAML takes a bare date for a date.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return "QUOTE_DOUBLE";
  // Between single quotes a backslash is a backslash, so a pattern reads as it is.
  return text.includes("\\") ? "QUOTE_SINGLE" : undefined;
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
    readOnly: operation.readOnly,
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
