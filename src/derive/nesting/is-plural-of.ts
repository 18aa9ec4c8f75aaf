/** Whether a name is that of a list of what another name calls one: `Policies` of `Policy`. */
export function isPluralOf(list: string, item: string): boolean {
  if (item.length < 2) return false;
  const plural = list.toLowerCase();
  const one = item.toLowerCase();
  if (plural === `${one}s` || plural === `${one}es`) return true;
  if (one.endsWith("y") && plural === `${one.slice(0, -1)}ies`) return true;
  return ["list", "set", "sets"].some((ending) => plural === `${one}${ending}`);
}
