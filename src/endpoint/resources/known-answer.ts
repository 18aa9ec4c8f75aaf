import { XMLParser } from "fast-xml-parser";
import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation, Shape } from "../../spec/operation.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../wire/json.ts";
import { toShape } from "./to-shape.ts";

/** The documented response of an operation. */
export interface KnownAnswer {
  /** The members of the spec, and those that only the sample has. */
  readonly members: readonly Member[];
  /** The page's JSON sample, or else its XML sample, or else the examples of the spec. */
  readonly example: JsonObject;
}

const known = new WeakMap<Operation, KnownAnswer>();

/** Combines the spec and the sample of an operation's response. Computed on first use. */
export function knownAnswer(operation: Operation): KnownAnswer {
  const earlier = known.get(operation);
  if (earlier !== undefined) return earlier;
  const sample = readSample(operation);
  const members = sample === undefined ? operation.response : addShown(operation.response, sample);
  const answer = { members, example: sample ?? exampleOf(members) };
  known.set(operation, answer);
  return answer;
}

function readSample({ samples, response }: Operation): JsonObject | undefined {
  for (const { kind, text } of samples) {
    const value = kind === "json" ? parseJson(text) : undefined;
    if (isJsonObject(value)) return unwrap(value, response);
  }
  for (const { kind, text } of samples) {
    const value = kind === "xml" ? readXml(text) : undefined;
    const shaped =
      value === undefined ? undefined : shapeXml(value, { type: "object", members: response });
    if (isJsonObject(shaped)) return shaped;
  }
  return undefined;
}

/** Some samples enclose the response in a member that no page documents. */
function unwrap(sample: JsonObject, members: readonly Member[]): JsonObject {
  const [inside, ...others] = Object.values(sample);
  if (others.length > 0 || !isJsonObject(inside)) return sample;
  const documents = (name: string) => members.some((member) => member.name === name);
  const wrapped = !Object.keys(sample).some(documents) && Object.keys(inside).some(documents);
  return wrapped ? inside : sample;
}

function addShown(members: readonly Member[], sample: JsonObject): Member[] {
  const documented = members.map((member) => {
    const shown = sample[member.name];
    return shown === undefined ? member : { ...member, ...addToShape(member, shown) };
  });
  const names = new Set(members.map(({ name }) => name));
  const others = Object.entries(sample)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => ({ name, required: false, ...shapeOf(value) }));
  return [...documented, ...others];
}

function addToShape(shape: Shape, shown: Json): Shape {
  if (isScalarShape(shape)) return shape;
  if (shape.type === "object" && isJsonObject(shown)) {
    return { ...shape, members: addShown(shape.members, shown) };
  }
  if (shape.type === "array" && Array.isArray(shown)) {
    const [first] = shown as readonly Json[];
    return first === undefined ? shape : { ...shape, items: addToShape(shape.items, first) };
  }
  return shape;
}

function shapeOf(value: Json): Shape {
  if (Array.isArray(value)) {
    const [first = ""] = value as readonly Json[];
    return { type: "array", items: shapeOf(first) };
  }
  if (isJsonObject(value)) return { type: "object", members: addShown([], value) };
  switch (typeof value) {
    case "boolean":
      return { type: "boolean" };
    case "bigint":
      return { type: "long" };
    case "number":
      return { type: Number.isInteger(value) ? "long" : "double" };
    default:
      return { type: value === null ? "any" : "string" };
  }
}

function exampleOf(members: readonly Member[]): JsonObject {
  const example = exampleValue({ type: "object", members });
  return isJsonObject(example) ? example : {};
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&amp;", "&"],
]);

/** Parses elements as members, repeated elements as lists, and leaf elements as strings. Ignores attributes. */
const parser = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  ignorePiTags: true,
  // Deeper nesting is not a response, and could overflow the stack.
  maxNestedTags: 500,
  tagValueProcessor: (_, text) =>
    text.replace(/&\w+;/g, (entity) => entities.get(entity) ?? entity),
});

/** The content of an XML text's first root element; `undefined` where an element is unclosed. */
function readXml(text: string): JsonObject | undefined {
  const inside = text.trim().replace(/^<\?[^>]*>/, "");
  try {
    // The parser closes elements itself, and `end` is then nested in one of them.
    const whole = parser.parse(`<sample>${inside}</sample><end/>`) as JsonObject;
    if (whole.end === undefined || !isJsonObject(whole.sample)) return undefined;
    const [first] = Object.values(whole.sample);
    const [one] = Array.isArray(first) ? (first as readonly Json[]) : [first];
    return isJsonObject(one) ? one : undefined;
  } catch {
    return undefined;
  }
}

/** Converts a value from XML, which only has strings, to its type: numbers, and lists with one item or none. */
function shapeXml(value: Json, shape: Shape): Json {
  if (isScalarShape(shape)) return toShape(value, shape) ?? value;
  switch (shape.type) {
    case "array": {
      const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
      return value === "" ? [] : items.map((item) => shapeXml(item, shape.items));
    }
    case "map":
      return value === "" ? {} : value;
    case "object": {
      if (!isJsonObject(value)) return value === "" ? {} : value;
      const shapes = new Map<string, Shape>(shape.members.map((member) => [member.name, member]));
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, inside]) => {
          // Text between elements, such as a stray full stop.
          if (name === "#text") return [];
          const documented = shapes.get(name);
          return [[name, documented === undefined ? inside : shapeXml(inside, documented)]];
        }),
      );
    }
  }
}

/** A value of a shape: the examples of the page, or else the smallest value of the type. */
export function exampleValue(shape: Shape | Member): Json {
  if (isScalarShape(shape)) {
    const example = "example" in shape ? shape.example : undefined;
    return (example === undefined ? undefined : toShape(example, shape)) ?? leastOf(shape.type);
  }
  switch (shape.type) {
    case "array":
      return [exampleValue(shape.items)];
    case "map":
      return {};
    case "object":
      return Object.fromEntries(shape.members.map((member) => [member.name, exampleValue(member)]));
  }
}

function leastOf(type: string): Json {
  if (type === "string" || type === "any") return "";
  return type === "boolean" ? false : 0;
}
