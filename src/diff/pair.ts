import type { Change } from "./change.ts";

/** A change of a member, without its product and operation. */
export type MemberChange = Omit<Change, "product" | "operation">;

export type Side = "request" | "response";

/** A pair of members or of their parts, and its location. */
export interface Pair<T> {
  readonly side: Side;
  readonly path: string;
  readonly old: T;
  readonly new: T;
  readonly oldLine: number | undefined;
  readonly newLine: number | undefined;
  /** The descriptions of the member on both pages. */
  readonly oldText: string;
  readonly newText: string;
}

/** Returns the location fields of a change. */
export function placeOf({ side, path, oldLine, newLine }: Omit<Pair<unknown>, "old" | "new">) {
  return { side, path, ...line("oldLine", oldLine), ...line("newLine", newLine) };
}

function line<K extends "oldLine" | "newLine">(key: K, value: number | undefined): Pick<Change, K> {
  return (value === undefined ? {} : { [key]: value }) as Pick<Change, K>;
}
