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
