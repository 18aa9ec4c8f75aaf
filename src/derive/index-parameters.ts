import type { Parameter } from "./rows/parameter.ts";

/** The parameters of a request by what sentences call them. */
export interface ParameterIndex {
  /** By the last part of their names. */
  readonly byName: ReadonlyMap<string, readonly Parameter[]>;
  /** By the values that they document, in lower case. */
  readonly byValue: ReadonlyMap<string, readonly Parameter[]>;
  /** By `summaryKey`. */
  readonly bySummary: ReadonlyMap<string, readonly Parameter[]>;
}

/** What parameters in one place have in common whose summaries end alike. */
export function summaryKey({ path }: Parameter, ending: string): string {
  return `${path.slice(0, Math.max(0, path.lastIndexOf(".")))} ${ending.slice(-2)}`;
}

/** The first sentence of a parameter's description, without its full stop. */
export function summaryOf({ prose }: Parameter): string {
  return prose[0]?.sentences[0]?.text.replace(/[。.]$/, "") ?? "";
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
  const bySummary = new Map<string, Parameter[]>();
  const add = (map: Map<string, Parameter[]>, key: string, parameter: Parameter): void => {
    const others = map.get(key);
    if (others === undefined) map.set(key, [parameter]);
    else others.push(parameter);
  };
  for (const parameter of all) {
    const { segments, constraints } = parameter;
    add(byName, segments.at(-1)?.name ?? "", parameter);
    add(bySummary, summaryKey(parameter, summaryOf(parameter)), parameter);
    const values = new Set(
      constraints.enum?.values.map(({ value }) => String(value).toLowerCase()),
    );
    for (const value of values) add(byValue, value, parameter);
  }
  return { byName, byValue, bySummary };
}
