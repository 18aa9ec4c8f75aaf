const MARK = "\u0000";

/** A value as JSON text, bigints as the integers they are. */
export function writeJson(value: unknown): string {
  const marked = JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === "bigint" ? `${MARK}${inside}` : inside,
  );
  return marked.replace(/"\\u0000(-?\d+)"/g, "$1");
}
