import { header } from "../responses/header.ts";
import { parseHttpDate } from "../time/parse-http-date.ts";
import type { HttpResponse } from "../transports/transport.ts";

const longest = 2 ** 31 - 1;

/**
 * How long the service asks to wait, in milliseconds: as `x-acs-retry-after` has it, else `retry-after`, which
 * counts seconds or tells a date. A date is compared with the service's own `date`.
 *
 * @param now the time where the answer has no date
 */
export function readRetryAfter(response: HttpResponse, now: number): number | undefined {
  const read = (name: string, unit: number) => {
    const text = header(response, name)?.trim() ?? "";
    // A header that was sent twice may come as one.
    const [, number] = /^(\d+(?:\.\d*)?|\.\d+)(?:\s*,|$)/.exec(text) ?? [];
    const date = parseHttpDate(text);
    const wait =
      number === undefined
        ? date - (parseHttpDate(header(response, "date")) || now)
        : Math.ceil(Number(number) * unit);
    return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longest);
  };
  return read("x-acs-retry-after", 1) ?? read("retry-after", 1000);
}
