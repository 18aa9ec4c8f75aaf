/** A list item or a map value. */
export interface Place {
  /** The enclosing place, if any, and the key of the list or map. */
  readonly around: Place | undefined;
  readonly whole: string;
  /** The key of the item or value, `Items.1`, and its index or name, `0`. */
  key: string;
  name: string | number;
}

/**
 * Returns the path of a key at or below the innermost place: `Items[0].Name` of `Items.1.Name`. The
 * key alone does not distinguish a list from a map.
 */
export function pathOf(key: string, place: Place | undefined): string {
  const names = key.slice(place?.key.length).split(".");
  const start = place && appendProperty(pathOf(place.whole, place.around), place.name);
  return names.filter((name) => name !== "").reduce(appendProperty, start ?? "");
}

/** Appends an index or member in JavaScript notation: `a[0]`, `a.b`, or `a["b c"]`. */
export function appendProperty(path: string, name: string | number): string {
  if (typeof name === "number") return `${path}[${name}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
