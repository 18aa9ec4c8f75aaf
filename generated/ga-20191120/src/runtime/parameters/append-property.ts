/** Adds an index or a member to a path as JavaScript writes it: `a[0]`, `a.b`, or `a["b c"]` where it must. */
export function appendProperty(path: string, name: string | number): string {
  if (typeof name === "number") return `${path}[${name}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
