import type { InterfaceModel, PropertyModel } from "./package-model.ts";

/** The property at a path of names, where only objects are on the way. */
export function propertyAt(shape: InterfaceModel, path: string): PropertyModel | undefined {
  const [name, ...rest] = path.split(".");
  const property = shape.properties.find((one) => one.name === name);
  if (rest.length === 0 || property === undefined) return property;
  const { type } = property;
  return type.kind === "object" ? propertyAt(type.shape, rest.join(".")) : undefined;
}
