import type { ClientOptions, RequestOptions } from "./client-options.ts";
import { RequestError } from "./errors/request-error.ts";

/** The limits of a call. Times are in milliseconds. */
export interface Limits {
  readonly connect: number;
  readonly attempt: number;
  readonly total: number;
  readonly maxAttempts: number;
  readonly maxResponseBytes: number;
}

/** The limits without options. */
export const defaultLimits: Limits = {
  connect: 10_000,
  attempt: 30_000,
  total: 60_000,
  maxAttempts: 3,
  maxResponseBytes: 16 * 1024 * 1024,
};

/**
 * Applies options to the given limits.
 *
 * @throws RequestError if an option is negative or not a number
 */
export function readLimits(
  before: Limits,
  { timeout, retry, maxResponseBytes }: Partial<ClientOptions & RequestOptions>,
): Limits {
  const maxAttempts = retry === false ? 1 : retry?.maxAttempts;
  const limits: Record<keyof Limits, number> = { ...before };
  for (const [name, value] of Object.entries({ ...timeout, maxAttempts, maxResponseBytes })) {
    if (value === undefined) continue;
    if (!(typeof value === "number" && value >= 0)) {
      const message = `${name} must be a number, from 0 on, or Infinity.`;
      throw new RequestError([{ path: "", rule: "option", message }]);
    }
    limits[name as keyof Limits] = value;
  }
  return limits;
}
