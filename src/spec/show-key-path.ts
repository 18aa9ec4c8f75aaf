/** Keys and indexes from the root of a file to a value in it. */
export type KeyPath = readonly PropertyKey[];

/** Formats a path: `request[2].enum.values`, or "the file" for the root. */
export function showKeyPath(path: KeyPath): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += text === "" ? String(key) : `.${String(key)}`;
  }
  return text === "" ? "the file" : text;
}
