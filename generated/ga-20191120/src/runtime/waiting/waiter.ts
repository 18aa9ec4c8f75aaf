/** Which states answers tell of something. */
export interface Waiter {
  /** The member of an answer that has the state, name by name. */
  readonly state: readonly string[];
  /** States that something stays in. */
  readonly settled: readonly string[];
  /** States that nothing good comes of. */
  readonly failed?: readonly string[];
}
