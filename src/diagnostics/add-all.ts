/** Adds items to a list one by one: as arguments of one `push` thousands are too many for the stack. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
