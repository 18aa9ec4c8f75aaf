/** What a client has to say of every request. */
export interface ClientDefaults {
  /** Filled in where a request leaves its region out. */
  readonly regionId?: string | undefined;
  /** How much is checked; `full` if it is left out. */
  readonly validate?: ValidationLevel | undefined;
}

/**
 * How much of a request is checked before it is sent:
 *
 * - `full`: everything that its page says: members that must be given, are not known or are of another
 *   type, and the values, lengths, ranges, counts and patterns that they are held to
 * - `required`: only that the members that must be given are given
 * - `off`: nothing that its page says, because pages can be wrong
 *
 * What cannot be sent at all, or not without losing some of it, is refused at every level: `NaN`, half
 * a character, a function, a gap in a list, two values under one name. Where types are not checked, a
 * value is written by what it is, and so are members that are not known.
 */
export type ValidationLevel = "off" | "required" | "full";
