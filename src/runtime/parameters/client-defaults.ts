/** Client options that apply to each request. */
export interface ClientDefaults {
  /** The region of requests that have none. */
  readonly regionId?: string | undefined;
  /** The extent of validation. Default `full`. */
  readonly validate?: ValidationLevel | undefined;
}

/**
 * The extent of request validation before sending:
 *
 * - `full`: all documented constraints: required and unknown members, types, values, lengths,
 *   ranges, counts and patterns
 * - `required`: only the presence of required members
 * - `off`: no documented constraints, because pages can be wrong
 *
 * Values that cannot be sent losslessly are errors at each level: `NaN`, a lone surrogate, a
 * function, a list with gaps, two values under one name. Unknown members, and values of unchecked
 * types, are serialized by their JavaScript type.
 */
export type ValidationLevel = "off" | "required" | "full";
