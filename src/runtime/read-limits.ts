import type { ClientOptions, RequestOptions } from "./client-options.ts";
import { RequestError } from "./errors/request-error.ts";

/** What a call may take. Times are in milliseconds. */
export interface Limits {
  readonly connect: number;
  readonly attempt: number;
  readonly total: number;
  readonly maxAttempts: number;
  readonly maxResponseBytes: number;
}

const defaults: Limits = {
  connect: 10_000,
  attempt: 30_000,
  total: 60_000,
  maxAttempts: 3,
  maxResponseBytes: 16 * 1024 * 1024,
};

/**
 * Puts together what the client, the call and the defaults say; the call's word comes first.
 *
 * @throws RequestError if one of them is no number, or a negative one
 */
export function readLimits(client: ClientOptions, call: RequestOptions): Limits {
  const retry = call.retry ?? client.retry;
  const maxAttempts = retry === false ? 1 : retry?.maxAttempts;
  const given = [
    client.timeout,
    call.timeout,
    { maxAttempts, maxResponseBytes: client.maxResponseBytes },
  ];
  const limits: Record<keyof Limits, number> = { ...defaults };
  for (const each of given) {
    for (const [name, value] of Object.entries(each ?? {})) {
      if (value === undefined) continue;
      if (!(typeof value === "number" && value >= 0)) refuse(name);
      limits[name as keyof Limits] = value;
    }
  }
  return limits;
}

function refuse(name: string): never {
  const message = `${name} must be a number, from 0 on (Infinity for no limit).`;
  throw new RequestError([{ path: "", rule: "option", message }]);
}
