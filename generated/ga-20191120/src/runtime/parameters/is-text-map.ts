/** Whether a value is a Map all of whose keys are text. */
export function isTextMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Map && Array.from(value.keys()).every((key) => typeof key === "string");
}
