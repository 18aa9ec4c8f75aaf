import type { Parameter } from "./parameter.ts";

/** The parameters of a request by what sentences call them. */
export interface ParameterIndex {
  /** By the last part of their names. */
  readonly byName: ReadonlyMap<string, readonly Parameter[]>;
  /** By the values that they document, in lower case. */
  readonly byValue: ReadonlyMap<string, readonly Parameter[]>;
  /** By the path of what they are inside. */
  readonly byParent: ReadonlyMap<string, readonly Parameter[]>;
}

const known = new WeakMap<readonly Parameter[], ParameterIndex>();

/** Makes an index of parameters, once for each list. */
export function indexParameters(all: readonly Parameter[]): ParameterIndex {
  const index = known.get(all) ?? createIndex(all);
  known.set(all, index);
  return index;
}

function createIndex(all: readonly Parameter[]): ParameterIndex {
  const byName = new Map<string, Parameter[]>();
  const byValue = new Map<string, Parameter[]>();
  const byParent = new Map<string, Parameter[]>();
  const add = (map: Map<string, Parameter[]>, key: string, parameter: Parameter): void => {
    const others = map.get(key);
    if (others === undefined) map.set(key, [parameter]);
    else others.push(parameter);
  };
  for (const parameter of all) {
    const { segments, path, constraints } = parameter;
    add(byName, segments.at(-1)?.name ?? "", parameter);
    add(byParent, path.slice(0, Math.max(0, path.lastIndexOf("."))), parameter);
    const values = new Set(
      constraints.enum?.values.map(({ value }) => String(value).toLowerCase()),
    );
    for (const value of values) add(byValue, value, parameter);
  }
  return { byName, byValue, byParent };
}
