/**
 * A list that comes page by page: `for await (const item of list)`. Each loop begins anew, and asks for a page
 * when it comes to it.
 */
export interface Paginator<Item, Page> extends AsyncIterable<Item> {
  /** The answers themselves. */
  readonly pages: AsyncIterable<Page>;
}
