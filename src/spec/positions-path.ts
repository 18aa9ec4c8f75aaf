/**
 * The file with the positions of a spec: `positions/MakeShelf.json` beside `operations/MakeShelf.yaml`. Takes
 * absolute and relative paths.
 */
export function positionsPath(spec: string): string {
  return spec.replace(/operations([/\\])([^/\\]*)\.ya?ml$/, "positions$1$2.json");
}
