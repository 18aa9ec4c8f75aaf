/** Keys and indexes from the top of a file to a value in it. */
export type KeyPath = readonly PropertyKey[];

/** `request[2].enum.values`, or "the file" for its root. */
export function showKeyPath(path: KeyPath): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += text === "" ? String(key) : `.${String(key)}`;
  }
  return text === "" ? "the file" : text;
}
