/** Adds a member to a path as JavaScript writes it: `a.b`, or `a["b c"]` where it must. */
export function appendProperty(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
