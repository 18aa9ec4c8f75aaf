import type { Operation } from "../../spec/operation.ts";
import { findIdParameter } from "./find-id-parameter.ts";
import type { Json, JsonObject } from "./json.ts";
import { ownMember } from "./own-member.ts";
import { parseJson } from "./parse-json.ts";
import type { Resource } from "./resource.ts";
import { toText } from "./to-text.ts";

/** The ids that a call names; nothing where it names none. */
export function readIds(
  operation: Operation,
  { id }: Resource,
  given: JsonObject,
): readonly string[] | undefined {
  const parameter = findIdParameter(operation, id);
  const value = parameter === undefined ? undefined : ownMember(given, parameter.name);
  if (value === undefined || parameter === undefined) return undefined;
  if (Array.isArray(value)) return texts(value as readonly Json[]);
  const text = toText(value);
  if (parameter.name === id) return [text];
  // A text for several, as JSON or joined by commas.
  const list = text.startsWith("[") ? parseJson(text) : undefined;
  return Array.isArray(list) ? texts(list as readonly Json[]) : text.split(",");
}

function texts(values: readonly Json[]): string[] {
  return values.map(toText);
}
