import type { HttpResponse } from "../transports/transport.ts";

/** The value of a header, the first one if it was sent more than once. */
export function header(response: HttpResponse, name: string): string | undefined {
  const value = response.headers[name];
  return typeof value === "string" ? value : value?.[0];
}
