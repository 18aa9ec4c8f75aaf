/** Appends items one by one: `push` with thousands of arguments overflows the stack. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
