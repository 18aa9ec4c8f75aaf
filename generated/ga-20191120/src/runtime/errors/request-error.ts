/**
 * The rule that a request breaks:
 *
 * - `required`: a value is missing, or a list that needs items is empty
 * - `unknown-member`: the member is unknown
 * - `type`: the value has another type
 * - `values`: the value is not in a closed list of values
 * - `length`: the text has too few or too many characters (Unicode code points)
 * - `range`: the number, or the number in a text, is too small or too large
 * - `count`: the list has too few or too many items
 * - `pattern`: the text does not match its pattern
 * - `not-finite`: `NaN` or `Infinity`
 * - `not-integer`: the number has a fraction
 * - `unsafe-integer`: the number exceeds 2^53 and may already be rounded
 * - `invalid-date`: the `Date` is invalid or outside the years 0 to 9999
 * - `lone-surrogate`: the text is not well-formed Unicode
 * - `missing-item`: `null` or `undefined` in a list
 * - `empty-item`: an item sends nothing, so later items would shift into its place
 * - `comma`: an item contains a comma, and the list is sent joined by commas
 * - `invalid-json`: the text is not JSON, but JSON is sent
 * - `cycle`: the value contains itself
 * - `ambiguous-key`: two values would be sent under one name
 * - `endpoint`: the endpoint is missing or invalid
 * - `option`: an option of the client or the call is invalid
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

/** One error in a request. */
export interface RequestIssue {
  /** The member, in JavaScript notation: `Items[0].Name`. Empty for the whole request. */
  readonly path: string;
  readonly rule: RequestRule;
  /** The error and its remedy, without the value itself. */
  readonly message: string;
}

/** A request is invalid. Nothing was sent. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** All errors, not only the first. */
  readonly issues: readonly RequestIssue[];

  constructor(issues: readonly RequestIssue[]) {
    super(["The request was not sent:", ...issues.map(({ message }) => message)].join("\n- "));
    this.issues = issues;
  }
}

/** True for a RequestError, also from another copy of this package. */
export function isRequestError(error: unknown): error is RequestError {
  if (error instanceof RequestError) return true;
  return (
    error instanceof Error &&
    error.name === "RequestError" &&
    "issues" in error &&
    Array.isArray(error.issues)
  );
}
