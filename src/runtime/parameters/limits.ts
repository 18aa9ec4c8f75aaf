/** The least and the most there may be, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * What a value is held to, besides its type. An empty text is held to nothing: services take it for
 * left out.
 */
export interface Limits {
  /** The only values there are, as they are sent. */
  readonly values?: readonly string[];
  /** Of a text, in characters: Unicode code points. */
  readonly length?: Bounds;
  /** Of a number, also of one that is written as text. Text that is no number has no range. */
  readonly range?: Bounds;
  /** How many items a list has, or a text that lists them: joined by commas, or as JSON. */
  readonly count?: Bounds;
  /** What a whole text matches. Not looked at where the length is wrong. */
  readonly pattern?: RegExp;
}
