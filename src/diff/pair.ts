import type { Change } from "./change.ts";

/** What a comparison finds of members: all but where they belong. */
export type MemberChange = Omit<Change, "product" | "operation">;

export type Side = "request" | "response";

/** A pair of members or of what is in them, and where they are. */
export interface Pair<T> {
  readonly side: Side;
  readonly path: string;
  readonly old: T;
  readonly new: T;
  readonly oldLine: number | undefined;
  readonly newLine: number | undefined;
  /** What the pages say of the member in words. */
  readonly oldText: string;
  readonly newText: string;
}

/** Where the change of a pair belongs. */
export function placeOf({ side, path, oldLine, newLine }: Omit<Pair<unknown>, "old" | "new">) {
  return { side, path, ...line("oldLine", oldLine), ...line("newLine", newLine) };
}

function line<K extends "oldLine" | "newLine">(key: K, value: number | undefined): Pick<Change, K> {
  return (value === undefined ? {} : { [key]: value }) as Pick<Change, K>;
}
