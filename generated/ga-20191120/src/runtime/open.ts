/**
 * The documented values of a member, with room for those its page does not name yet: an editor
 * completes `Value`, and any other text (or number) is accepted too.
 */
export type Open<Value extends string | number> =
  Value | (Value extends string ? string & {} : number & {});
