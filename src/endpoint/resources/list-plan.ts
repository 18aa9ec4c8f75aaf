/** What a control changes about the resources that an operation lists. */
export interface ListPlan {
  /** As many are made now. Default: 0. */
  readonly count?: number;
  /** Members of those that are made, by name. */
  readonly members?: Readonly<Record<string, string>>;
  /** Number of a page that comes empty from now on, counted from 1. */
  readonly emptyPage?: number;
  /** Number of the page after which, once, the oldest are deleted and others are made as follows. */
  readonly afterPage?: number;
  /** How many are made then. Default: 0. */
  readonly add?: number;
  /** How many are deleted then. Default: 0. */
  readonly remove?: number;
}
