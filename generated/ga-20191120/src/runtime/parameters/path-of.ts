/** An item of a list or a value of a map. */
export interface Place {
  /** The place around the list or map, if there is one, and the key of the list or map itself. */
  readonly around: Place | undefined;
  readonly whole: string;
  /** The key of the item or value, `Items.1`, and what it is in the list or map: `0`. */
  key: string;
  name: string | number;
}

/**
 * The path of a key at or below the innermost place: `Items[0].Name` of `Items.1.Name`. A key alone
 * does not tell `Items.1` of a list from the same of a map.
 */
export function pathOf(key: string, place: Place | undefined): string {
  const names = key.slice(place?.key.length).split(".");
  const start = place && appendProperty(pathOf(place.whole, place.around), place.name);
  return names.filter((name) => name !== "").reduce(appendProperty, start ?? "");
}

/** Adds an index or a member to a path as JavaScript writes it: `a[0]`, `a.b`, or `a["b c"]` where it must. */
export function appendProperty(path: string, name: string | number): string {
  if (typeof name === "number") return `${path}[${name}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
