import { buildPackage } from "../model/build-package.ts";
import type { InterfaceModel, OperationModel, TypeModel } from "../model/package-model.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import type { OperationChange } from "./change.ts";
import type { ComparedProduct } from "./load-specs.ts";

/**
 * Finds unchanged types and constants with a new name, by operation. Names depend on the other
 * names of a package.
 */
export function compareNames(
  old: ComparedProduct,
  now: ComparedProduct,
): Map<string, OperationChange[]> {
  const before = new Map(modelsOf(old).map((model) => [model.action, model]));
  return new Map(
    modelsOf(now).map((model) => {
      const earlier = before.get(model.action);
      return [model.action, earlier === undefined ? [] : renamed(earlier, model)];
    }),
  );
}

function modelsOf({ product, operations }: ComparedProduct): readonly OperationModel[] {
  return buildPackage(product, operations, runtimeNames).operations;
}

function renamed(old: OperationModel, now: OperationModel): OperationChange[] {
  const before = namesOf(old);
  const after = namesOf(now);
  return [...before].flatMap(([place, { side, path, name }]): OperationChange[] => {
    const other = after.get(place);
    if (other === undefined || other.name === name) return [];
    const why = "Code that names the type or its constants no longer compiles.";
    const breaks = [side === "request" ? ("callers" as const) : ("readers" as const)];
    return [
      {
        kind: "type-renamed",
        level: "major",
        breaks,
        side,
        path,
        before: name,
        after: other.name,
        why,
      },
    ];
  });
}

interface NamedType {
  readonly side: InterfaceModel["side"];
  readonly path: string;
  readonly name: string;
}

/** Returns the names of shapes and value sets, by side and path. */
function namesOf(model: OperationModel): Map<string, NamedType> {
  const names = new Map<string, NamedType>();
  for (const { name, side, path, properties } of [model.request, model.response, ...model.nested]) {
    names.set(`${side} shape ${path}`, { side, path, name });
    for (const property of properties) {
      const inside = path === "" ? property.name : `${path}.${property.name}`;
      const values = valuesIn(property.type);
      if (values !== undefined)
        names.set(`${side} values ${inside}`, { side, path: inside, name: values });
    }
  }
  return names;
}

function valuesIn(type: TypeModel): string | undefined {
  switch (type.kind) {
    case "string":
    case "integer":
    case "long":
    case "number":
      return type.values;
    case "list":
      return valuesIn(type.items);
    case "map":
      return valuesIn(type.values);
    default:
      return undefined;
  }
}
