import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Operation, Shape } from "../../spec/operation.ts";
import { exampleValue } from "./example-value.ts";
import { isJsonObject } from "./is-json-object.ts";
import type { Json, JsonObject } from "./json.ts";
import { parseJson } from "./parse-json.ts";
import { readXml } from "./read-xml.ts";
import { shapeXml } from "./shape-xml.ts";

/** What is known of an operation's answer. */
export interface KnownAnswer {
  /** The members that the spec has, and those that only the sample has. */
  readonly members: readonly Member[];
  /** The page's JSON sample, or else its XML sample, or else what the spec's examples make. */
  readonly example: JsonObject;
}

const known = new WeakMap<Operation, KnownAnswer>();

/** What the spec and the sample together say of an operation's answer. Read once, when it is needed. */
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

/** Some samples have the whole answer in one member that no page documents. */
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
