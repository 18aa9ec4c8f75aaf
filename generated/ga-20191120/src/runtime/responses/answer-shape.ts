/**
 * What an answer has by its page: a kind of value, a list, an object by its members, or a map. XML tells
 * nothing of kinds, and services write numbers as texts and texts as numbers.
 */
export type AnswerShape =
  | "string"
  | "number"
  /** An integer that may be beyond 2^53: then it is a text of its digits. */
  | "long"
  | "boolean"
  | "any"
  /** A list of these. */
  | readonly [items: AnswerShape]
  /** An object whose keys are the service's. */
  | readonly ["map", AnswerShape]
  | AnswerMembers;

/** The members of an object, by their names on the wire. */
export interface AnswerMembers {
  readonly [name: string]: AnswerShape;
}
