/**
 * What is wrong with a request:
 *
 * - `required`: a value is missing, or a list that must have items is empty
 * - `unknown-member`: no such member
 * - `type`: a value of another type
 * - `values`: none of the values there are, where the page says that there are no others
 * - `length`: a text of fewer or more characters (Unicode code points) than it may have
 * - `range`: a number below the least or above the most, also one that is written as text
 * - `count`: a list of fewer or more items than it may have
 * - `pattern`: a text that is not of the form it must have
 * - `not-finite`: `NaN` or `Infinity`
 * - `not-integer`: a number with a fraction
 * - `unsafe-integer`: a number beyond 2^53, which may have been rounded already
 * - `invalid-date`: a `Date` that is none, or outside the years 0 to 9999
 * - `lone-surrogate`: text that is not well-formed Unicode
 * - `missing-item`: `null` or `undefined` in a list
 * - `empty-item`: an item nothing would be sent for, so that the next would take its number
 * - `comma`: a comma within an item of a list that is sent joined by commas
 * - `invalid-json`: text that is not JSON where JSON is sent
 * - `cycle`: a value that contains itself
 * - `ambiguous-key`: two values that would be sent under one name
 * - `endpoint`: no endpoint, or none that can be understood
 * - `option`: an option of the client or the call that cannot be right
 */
export type RequestRule =
  | "required"
  | "unknown-member"
  | "type"
  | "values"
  | "length"
  | "range"
  | "count"
  | "pattern"
  | "not-finite"
  | "not-integer"
  | "unsafe-integer"
  | "invalid-date"
  | "lone-surrogate"
  | "missing-item"
  | "empty-item"
  | "comma"
  | "invalid-json"
  | "cycle"
  | "ambiguous-key"
  | "endpoint"
  | "option";

/** One thing wrong with a request. */
export interface RequestIssue {
  /** The member, as JavaScript writes it: `Items[0].Name`. Empty for the request as a whole. */
  readonly path: string;
  readonly rule: RequestRule;
  /** What is wrong and what to do, without the value itself. */
  readonly message: string;
}

/** A request cannot be sent as it is. Nothing was sent. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** Everything that is wrong, not only the first. */
  readonly issues: readonly RequestIssue[];

  constructor(issues: readonly RequestIssue[]) {
    super(["The request was not sent:", ...issues.map(({ message }) => message)].join("\n- "));
    this.issues = issues;
  }
}

/** Whether a request was refused before it was sent. Also knows errors of another copy of this package. */
export function isRequestError(error: unknown): error is RequestError {
  if (error instanceof RequestError) return true;
  return (
    error instanceof Error &&
    error.name === "RequestError" &&
    "issues" in error &&
    Array.isArray(error.issues)
  );
}
