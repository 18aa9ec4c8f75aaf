import { memberAt } from "./member-at.ts";

/** Asks for one page. */
type Ask<Request, Page> = (request: Request) => Promise<Page>;

/**
 * Iterates over a list that comes page by page, from the page that the request names on, else from the first.
 * An empty page is not the end as long as there is more by what its answer counts, or it has a token. A
 * list may change while it is read: what the last answer counts is what is counted on.
 */
export function paginate<Item, Request extends object, Page>(
  ask: Ask<Request, Page>,
  request: Request,
  pagination: Pagination,
): Paginator<Item, Page> {
  const pages = {
    [Symbol.asyncIterator]: () =>
      pagination.kind === "number"
        ? byNumber(ask, request, pagination)
        : byToken(ask, request, pagination),
  };
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      // The only cast: that the items are of their type is the page's word.
      for await (const page of pages) yield* itemsOf(page, pagination) as readonly Item[];
    },
  };
}

/**
 * A list that comes page by page: `for await (const item of list)`. Each loop begins anew, and asks for a page
 * when it comes to it.
 */
export interface Paginator<Item, Page> extends AsyncIterable<Item> {
  /** The answers themselves. */
  readonly pages: AsyncIterable<Page>;
}

/** What all ways of paging have in common. Members of an answer are told by their paths, name by name. */
interface PaginationFacts {
  /** The request member that says how many items a page has. */
  readonly size?: string;
  /** The list in an answer. */
  readonly items: readonly string[];
}

/** How a list comes page by page. */
export type Pagination =
  /** By the number of the page. */
  | (PaginationFacts & {
      readonly kind: "number";
      /** The request member that says which page. */
      readonly page: string;
      /** Whether it is a text. */
      readonly text?: true;
      /** The number of the first page. */
      readonly first: number;
      /** The member of an answer that counts all items. */
      readonly total?: readonly string[];
    })
  /** By a token in each answer, for the next one. */
  | (PaginationFacts & {
      readonly kind: "token";
      /** The request member that takes the token. */
      readonly token: string;
      /** The member of an answer that has the next one; missing or empty in the last answer. */
      readonly next: readonly string[];
      /** The member of an answer that says whether there is more. */
      readonly more?: readonly string[];
    });

type Kind<Name extends Pagination["kind"]> = Extract<Pagination, { readonly kind: Name }>;

async function* byNumber<Request extends object, Page>(
  ask: Ask<Request, Page>,
  request: Request,
  pagination: Kind<"number">,
): AsyncGenerator<Page, void, undefined> {
  const { page: name, size: sizeName, text, first, total: totalPath } = pagination;
  const given = (member: string | undefined) =>
    numberAt(request, member === undefined ? undefined : [member]);
  let size = given(sizeName);
  for (let number = given(name) ?? first; ; number += 1) {
    const page = await ask({ ...request, [name]: text ? String(number) : number });
    yield page;
    const count = itemsOf(page, pagination).length;
    // Services may allow fewer items than were asked for, and tell so.
    const told = sizeName === undefined ? undefined : numberAt(page, [sizeName]);
    size = told === undefined || told < 1 ? Math.max(size ?? 0, count) : told;
    const total = numberAt(page, totalPath);
    // Where nothing is counted, or a count of nothing comes with items, a page that is not full is the last.
    const isCounted = total !== undefined && (total > 0 || count === 0);
    if (size === 0 || (isCounted ? (number - first + 1) * size >= total : count < size)) return;
  }
}

async function* byToken<Request extends object, Page>(
  ask: Ask<Request, Page>,
  request: Request,
  { token: name, next, more }: Kind<"token">,
): AsyncGenerator<Page, void, undefined> {
  let asked: Request = request;
  for (let before: unknown; ;) {
    const page = await ask(asked);
    yield page;
    const token = memberAt(page, next);
    const isLast = more !== undefined && memberAt(page, more) === false;
    // A service that gives one token again would give one page for ever.
    if (isLast || token === undefined || token === null || token === "" || token === before) return;
    before = token;
    asked = { ...request, [name]: token };
  }
}

function itemsOf(page: unknown, { items }: Pagination): readonly unknown[] {
  const list = memberAt(page, items);
  return Array.isArray(list) ? list : [];
}

function numberAt(from: unknown, path: readonly string[] | undefined): number | undefined {
  const value = path === undefined ? undefined : memberAt(from, path);
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
