import { code, join, type Code } from "./emitters/code.ts";
import { literal } from "./emitters/literal.ts";
import { propertyKey } from "./emitters/property-key.ts";

/** A value as JSON has them, as TypeScript. What has no place in JSON is our own mistake. */
export function printValue(value: unknown): Code {
  if (value === null) return code`null`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return literal(value);
  }
  if (Array.isArray(value)) return code`[${join(value.map(printValue), ", ")}]`;
  if (typeof value !== "object") throw new Error(`not a value of JSON: ${typeof value}`);
  const entries = Object.entries(value).map(
    ([name, inner]) => code`${propertyKey(name)}: ${printValue(inner)}`,
  );
  return code`{ ${join(entries, ", ")} }`;
}
