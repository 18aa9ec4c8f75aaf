import { memberAt } from "./member-at.ts";

/** Requests one page. */
type Ask<Request, Page> = (request: Request) => Promise<Page>;

/**
 * Iterates over a paged list, from the page in the request or else from the first. The last page is
 * determined by the total of the latest response, or by its token. An empty page does not end the
 * iteration if either indicates more.
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
      // The only cast: items are typed as their page documents them.
      for await (const page of pages) yield* itemsOf(page, pagination) as readonly Item[];
    },
  };
}

/**
 * A paged list: `for await (const item of list)`. Each loop starts over and requests pages as it
 * reaches them.
 */
export interface Paginator<Item, Page> extends AsyncIterable<Item> {
  /** The responses themselves. */
  readonly pages: AsyncIterable<Page>;
}

/** Facts of both kinds of paging. Paths list the names of response members. */
interface PaginationFacts {
  /** The request member with the page size. */
  readonly size?: string;
  /** The path of the list in a response. */
  readonly items: readonly string[];
}

/** The paging scheme of an operation. */
export type Pagination =
  /** Paging by page number. */
  | (PaginationFacts & {
      readonly kind: "number";
      /** The request member with the page number. */
      readonly page: string;
      /** Set if that member is a string. */
      readonly text?: true;
      /** The number of the first page. */
      readonly first: number;
      /** The path of the total number of items in a response. */
      readonly total?: readonly string[];
    })
  /** Paging by a token from each response. */
  | (PaginationFacts & {
      readonly kind: "token";
      /** The request member with the token. */
      readonly token: string;
      /** The path of the next token in a response; missing or empty in the last one. */
      readonly next: readonly string[];
      /** The path of a boolean in a response that is false on the last page. */
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
    // A service may use a smaller page size than requested, and report it.
    const told = sizeName === undefined ? undefined : numberAt(page, [sizeName]);
    size = told === undefined || told < 1 ? Math.max(size ?? 0, count) : told;
    const total = numberAt(page, totalPath);
    // Without a total, or with total 0 beside items, an incomplete page is the last.
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
    // A repeated token would return the same page forever.
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
